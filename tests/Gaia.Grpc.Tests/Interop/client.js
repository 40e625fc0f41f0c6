// grpc-js as a client of the server under test: node client.js ADDRESS CASE...
// Writes one JSON object: what each case saw. What that must be is known to GrpcJsClientTests.cs alone.
'use strict';
const path = require('node:path');
const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');

const definition = loader.loadSync(path.join(__dirname, '..', 'Protos', 'probe.proto'), { defaults: true });
const { Probe } = grpc.loadPackageDefinition(definition).gaia.grpc.tests.v1;
const GZIP = 2;

const outcome = (error) => ({
  code: error.code,
  details: error.details,
  why: error.metadata?.get('why')[0],
  detailBin: error.metadata?.get('detail-bin')[0]?.toString('hex'),
});

const unary = (client, request, { metadata = new grpc.Metadata(), options = {} } = {}) => new Promise((resolve) => {
  let initial;
  let trailing;
  let answer;
  const call = client.echo(request, metadata, options, (error, response) => { answer = { error, response }; });
  call.on('metadata', (received) => { initial = received; });
  call.on('status', (status) => {
    trailing = status.metadata;
    setImmediate(() => resolve(answer.error
      ? outcome(answer.error)
      : { text: answer.response.text, payload: answer.response.payload, initial, trailing }));
  });
});

const drain = (stream, onData) => new Promise((resolve) => {
  let failure;
  stream.on('data', onData);
  stream.on('error', (error) => { failure = error; });
  stream.on('status', (status) => resolve(failure ? outcome(failure)
    : { code: status.code, sent: status.metadata.get('sent')[0] }));
});

const cases = {
  async unary(client) {
    const { text, payload } = await unary(client, { instruction: 'hi', payload: Buffer.from([1, 2, 3]) });
    return { text, payload: payload.toString('hex') };
  },
  async large(client) {
    const payload = Buffer.alloc(1000000, 'gaia');
    const answer = await unary(client, { payload });
    return { equal: payload.equals(answer.payload) };
  },
  async gzip(_, address) {
    const client = new Probe(address, grpc.credentials.createInsecure(),
      { 'grpc.default_compression_algorithm': GZIP, 'grpc.default_compression_level': 1 });
    const answer = await cases.large(client);
    client.close();
    return answer;
  },
  async repeat(client) {
    const indices = [];
    const end = await drain(client.repeat({ count: 100, payload: Buffer.alloc(10000) }), (m) => indices.push(m.index));
    return { ...end, count: indices.length, ordered: indices.every((value, i) => value === i) };
  },
  async repeatFails(client) {
    let count = 0;
    const end = await drain(client.repeat({ instruction: 'fail-at-end', count: 3 }), () => { count++; });
    return { ...end, count };
  },
  collect: (client) => new Promise((resolve) => {
    const call = client.collect((error, response) => resolve(error ? outcome(error) : { text: response.text }));
    for (let i = 0; i < 40; i++) call.write({ payload: Buffer.alloc(5000) });
    call.end();
  }),
  collectStops: (client) => new Promise((resolve) => {
    const call = client.collect((error, response) => resolve(error ? outcome(error) : { text: response.text }));
    call.on('error', () => {});
    call.write({ instruction: 'stop' });
  }),
  async converse(client) {
    const texts = [];
    const call = client.converse();
    call.write({ instruction: 'm0' });
    const end = await drain(call, (message) => {
      texts.push(message.text);
      if (texts.length < 5) call.write({ instruction: `m${texts.length}` });
      else call.end();
    });
    return { code: end.code, texts };
  },
  async metadata(client) {
    const metadata = new grpc.Metadata();
    metadata.add('x-text', 'plain words');
    metadata.add('x-raw-bin', Buffer.from([0, 255, 10]));
    const { text, initial, trailing } = await unary(client, { instruction: 'metadata' }, { metadata });
    const read = (from) => [from.get('x-text')[0], from.get('x-raw-bin')[0].toString('hex')];
    return { text, initial: read(initial), trailing: read(trailing) };
  },
  fail: (client) => unary(client, { instruction: 'fail' }),
  throws: (client) => unary(client, { instruction: 'throw' }),
  oversize: (client) => unary(client, { payload: Buffer.alloc(3000000) }),
  deadline: (client) => unary(client, { instruction: 'hang' }, { options: { deadline: Date.now() + 300 } }),
  unknown: (client) => new Promise((resolve) => {
    client.makeUnaryRequest('/gaia.grpc.tests.v1.Probe/Nothing', (b) => b, (b) => b, Buffer.alloc(0),
      (error) => resolve(outcome(error)));
  }),
  async cancel(client) {
    const call = client.repeat({ instruction: 'hang-after-first' });
    const end = await drain(call, () => call.cancel());
    return { code: end.code };
  },
};

async function main([address, ...names]) {
  const client = new Probe(address, grpc.credentials.createInsecure());
  const results = {};
  for (const name of names) results[name] = await cases[name](client, address);
  client.close();
  process.stdout.write(`${JSON.stringify(results)}\n`);
}

main(process.argv.slice(2));
