// grpc-js as the server of the client under test: node server.js
// Says "listening PORT", then "started" and "cancelled" of calls that hang. Ends with its standard input.
'use strict';
const path = require('node:path');
const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');

const definition = loader.loadSync(path.join(__dirname, '..', 'Protos', 'probe.proto'), { defaults: true });
const { Probe } = grpc.loadPackageDefinition(definition).gaia.grpc.tests.v1;
const GZIP = 2;

const say = (line) => process.stdout.write(`${line}\n`);

const failure = (code, details, trailers = {}) => {
  const metadata = new grpc.Metadata();
  for (const [key, value] of Object.entries(trailers)) metadata.add(key, value);
  return { code, details, metadata };
};

const hang = (call) => {
  call.on('cancelled', () => say('cancelled'));
  say('started');
};

const custom = (metadata) => {
  const picked = new grpc.Metadata();
  for (const key of Object.keys(metadata.getMap())) {
    if (key.startsWith('x-')) metadata.get(key).forEach((value) => picked.add(key, value));
  }
  return picked;
};

const service = {
  echo(call, callback) {
    const { instruction, payload, count } = call.request;
    switch (instruction) {
      case 'fail':
        callback(failure(grpc.status.FAILED_PRECONDITION, 'Grüße, 世界 100% \n\u{1F680}',
          { why: 'asked', 'detail-bin': Buffer.from([0, 1, 254, 255]) }));
        break;
      case 'hang':
        hang(call);
        break;
      case 'big':
        callback(null, { payload: Buffer.alloc(count) });
        break;
      case 'metadata': {
        const picked = custom(call.metadata);
        call.sendMetadata(picked);
        callback(null, { text: picked.get('x-raw-bin')[0].toString('hex') }, picked);
        break;
      }
      default:
        callback(null, { text: instruction, payload });
    }
  },
  async repeat(call) {
    const { instruction, payload, count } = call.request;
    if (instruction === 'hang-after-first') {
      call.write({ index: 0 });
      hang(call);
      return;
    }
    for (let index = 0; index < count; index++) {
      if (!call.write({ index, payload })) await new Promise((resolve) => { call.once('drain', resolve); });
    }
    if (instruction === 'fail-at-end') {
      call.emit('error', failure(grpc.status.DATA_LOSS, 'after all'));
      return;
    }
    const trailers = new grpc.Metadata();
    trailers.add('sent', String(count));
    call.end(trailers);
  },
  collect(call, callback) {
    let count = 0;
    let bytes = 0;
    call.on('data', ({ instruction, payload }) => {
      if (instruction === 'stop') callback(failure(grpc.status.OUT_OF_RANGE, 'enough'));
      count++;
      bytes += payload.length;
    });
    call.on('end', () => callback(null, { text: `${count}/${bytes}` }));
  },
  converse(call) {
    let index = 0;
    call.on('data', ({ instruction, payload }) => {
      if (instruction === 'fail') call.emit('error', failure(grpc.status.ABORTED, 'in the middle'));
      else call.write({ index: index++, text: instruction, payload });
    });
    call.on('end', () => call.end());
  },
};

const server = new grpc.Server({
  'grpc.default_compression_algorithm': GZIP,
  'grpc.max_receive_message_length': 2000000,
});
server.addService(Probe.service, service);
server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  say(`listening ${port}`);
});
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
