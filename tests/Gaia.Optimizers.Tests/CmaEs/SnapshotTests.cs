using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using Gaia.Core.Random;

namespace Gaia.Optimizers.Tests.CmaEs;

public sealed class SnapshotTests
{
    [Fact]
    public void Restore_AtAnyMoment_GoesOnBitForBit()
    {
        var cases = (from dimension in Gen.Choose(1, 14)
                     from generations in Gen.Choose(0, 120)
                     from key in Gen.Choose(0, 1000)
                     from isAsked in Gen.Elements(false, true)
                     select (dimension, generations, key, isAsked)).ToArbitrary();
        Prop.ForAll(cases, sample =>
        {
            var first = OptimizerRig.Of(sample.dimension, OptimizerRig.Sphere, (ulong)sample.key);
            for (var generation = 0; generation < sample.generations; generation++)
            {
                if (generation % 3 == 0)
                    first.Optimizer.Inject(first.Mean());
                first.Run(1);
            }

            for (var i = 0; i < sample.key % 4; i++)
                first.Optimizer.Inject(first.Mean());
            if (sample.isAsked)
                first.Ask();

            var second = new OptimizerRig(Restore(first.Optimizer.Snapshot()), OptimizerRig.Sphere);
            Assert.Equal(first.Fingerprint(), second.Fingerprint());
            if (sample.isAsked)
            {
                // The population that was out for evaluation needs no second ask to be told.
                first.Genomes.CopyTo(second.Genomes, 0);
                first.Tell();
                second.Tell();
            }

            for (var generation = 0; generation < 25; generation++)
            {
                first.Run(1);
                second.Run(1);
                Assert.Equal(first.Genomes, second.Genomes);
            }

            Assert.Equal(first.Fingerprint(), second.Fingerprint());
            Assert.Equal(first.Optimizer.Stop, second.Optimizer.Stop);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Restore_AfterAStop_KeepsReasonAndHistory()
    {
        var first = OptimizerRig.Of(2, (_, _) => 1);
        first.Run(60);
        Assert.NotNull(first.Optimizer.Stop);
        Assert.Equal(first.Optimizer.Stop, Restore(first.Optimizer.Snapshot()).Stop);
    }

    [Fact]
    public void Snapshot_OfOneMoment_IsNotChangedByLaterGenerations()
    {
        var rig = OptimizerRig.Of(5, OptimizerRig.Sphere);
        rig.Run(10);
        var snapshot = rig.Optimizer.Snapshot();
        var copy = snapshot.State.ToArray();
        rig.Run(10);
        Assert.Equal(copy, snapshot.State.ToArray());
        Assert.Equal(10, Restore(snapshot).Generation);
    }

    [Fact]
    public void Rejects_EveryFlippedByteAndEveryTruncation()
    {
        var rig = OptimizerRig.Of(3, OptimizerRig.Sphere);
        rig.Run(7);
        var good = rig.Optimizer.Snapshot();
        for (var i = 0; i < good.State.Length; i++)
        {
            var bytes = good.State.ToArray();
            bytes[i] ^= 0x40;
            AssertRejected(good with { State = bytes }, "$.state");
            AssertRejected(good with { State = good.State[..i] }, "$.state");
        }
    }

    [Fact]
    public void Rejects_ForeignTypeVersionAndBytes_NamesWhich()
    {
        var good = OptimizerRig.Of(3, OptimizerRig.Sphere).Optimizer.Snapshot();
        AssertRejected(good with { Type = "openai_es" }, "$.type");
        AssertRejected(good with { Version = 2 }, "$.version");
        AssertRejected(good with { State = SHA256.HashData([]) }, "$.state");
        AssertRejected(good with { State = new byte[5000] }, "$.state");
    }

    /// <summary>Bytes with a true hash and hostile content: an error, or an optimiser that works and stays
    /// finite.</summary>
    [Fact]
    public void Restore_HostileContentWithATrueHash_NeverThrows()
    {
        var rig = OptimizerRig.Of(3, OptimizerRig.Sphere);
        rig.Optimizer.Inject([1, 2, 3]);
        rig.Run(12);
        rig.Optimizer.Inject([1, 2, 3]);
        rig.Ask();
        var good = rig.Optimizer.Snapshot();
        var random = new PhiloxStream(8);
        var survived = 0;
        for (var trial = 0; trial < 4000; trial++)
        {
            var bytes = good.State.ToArray();
            var content = bytes.Length - SHA256.HashSizeInBytes;
            for (var i = random.NextBelow(4); i < 4; i++)
            {
                var at = (int)random.NextBelow((uint)content);
                bytes[at] = (byte)random.NextUInt32();
            }

            SHA256.HashData(bytes.AsSpan(0, content), bytes.AsSpan(content));
            if (!OptimizerCatalog.Restore(good with { State = bytes }).TryGet(out var optimizer))
                continue;
            survived++;
            var hostile = new OptimizerRig(optimizer, (_, member) => member);
            hostile.Run(3);
            Assert.All(hostile.Genomes, value => Assert.True(float.IsFinite(value)));
        }

        Assert.InRange(survived, 1, 3999);
    }

    private static IOptimizer Restore(OptimizerSnapshot snapshot)
    {
        var result = OptimizerCatalog.Restore(snapshot);
        Assert.True(result.IsOk);
        return result.Value;
    }

    private static void AssertRejected(OptimizerSnapshot snapshot, string path)
    {
        var result = OptimizerCatalog.Restore(snapshot);
        Assert.Equal(path, Assert.Single(result.Errors).Path);
    }
}
