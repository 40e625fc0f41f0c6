using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Gaia.Core.Random;
using Gaia.Evaluation.Episodes;
using Gaia.Evaluation.Lanes;
using Gaia.Worlds;

namespace Gaia.Evaluation.Benchmarks;

/// <summary>Uniformly random actions of every slot, eight lanes from a few bits.</summary>
/// <remarks>
/// A group reads the Philox blocks (0, 1, 2... of stream <see cref="Stream"/>, worker, group) under the key, each as
/// 128 bits, word 0 lowest. Two choices: a block lasts 16 steps, step j reads byte j, lane l its bit l. n choices: a
/// block a step, lane l takes the 16 bits u at 16 l and chooses floor(u n / 65536), which favours no choice by more
/// than n / 65536 of its share. Components: two blocks for each in turn, lane l takes word l and goes to
/// (word >> 8) / 2^23 - 1, stretched over the action's range. The same key gives the same actions, whatever the world
/// answers.
/// </remarks>
internal sealed class RandomLaneController : LaneController
{
    private const uint Stream = 1;
    private const int StepsPerBlockOfBits = 16;
    private const int ShareBits = 16;
    private const int FractionShift = 8;
    private const float FractionScale = 1f / (1 << 23);

    private readonly WorldLanes _lanes;
    private readonly ActionScale _scale;
    private readonly uint _key0;
    private readonly uint _key1;
    private readonly uint _worker;
    private readonly uint[] _nextBlocks;
    private readonly uint[] _bits;
    private readonly int _size;
    private readonly bool _isDiscrete;
    private int _step;

    /// <summary>The sequences that a key and a worker name.</summary>
    public RandomLaneController(WorldLanes lanes, ulong key, int worker)
    {
        _lanes = lanes;
        _scale = new ActionScale(lanes.Info);
        _key0 = (uint)key;
        _key1 = (uint)(key >> 32);
        _worker = (uint)worker;
        _nextBlocks = new uint[lanes.Groups];
        _bits = new uint[lanes.Groups * Vector128<uint>.Count];
        _size = lanes.Info.ActionSize;
        _isDiscrete = lanes.Info.ActionKind == ActionKind.Discrete;
    }

    /// <inheritdoc/>
    public override void Act(ReadOnlySpan<byte> running)
    {
        for (var group = 0; group < running.Length; group++)
        {
            if (!_isDiscrete)
                DrawComponents(group);
            else if (_size == 2)
                ChooseOfTwo(group);
            else
                Choose(group);
        }

        _step++;
    }

    private void ChooseOfTwo(int group)
    {
        var at = _step % StepsPerBlockOfBits;
        var bits = MemoryMarshal.AsBytes(_bits.AsSpan(group * Vector128<uint>.Count, Vector128<uint>.Count));
        if (at == 0)
            MemoryMarshal.Write(bits, NextBlock(group));
        var lanes = Vector256.Create((int)bits[at]) & Vector256.Create(1, 2, 4, 8, 16, 32, 64, 128);
        var choices = Vector256.ConditionalSelect(
            Vector256.Equals(lanes, Vector256<int>.Zero), Vector256<int>.Zero, Vector256<int>.One);
        choices.StoreUnsafe(ref _lanes.Choices[group * WorldLanes.Width]);
    }

    private void Choose(int group)
    {
        var shares = NextBlock(group).AsUInt16();
        var (low, high) = Vector128.Widen(shares);
        var count = Vector128.Create((uint)_size);
        var choices = Vector256.Create((low * count) >>> ShareBits, (high * count) >>> ShareBits);
        choices.AsInt32().StoreUnsafe(ref _lanes.Choices[group * WorldLanes.Width]);
    }

    private void DrawComponents(int group)
    {
        var components = _lanes.Components.AsSpan(group * _size * WorldLanes.Width, _size * WorldLanes.Width);
        for (var i = 0; i < _size; i++)
        {
            var words = Vector256.Create(NextBlock(group), NextBlock(group));
            var fractions = Vector256.ConvertToSingle((words >>> FractionShift).AsInt32());
            var values = (fractions * Vector256.Create(FractionScale)) - Vector256<float>.One;
            values.CopyTo(components[(i * WorldLanes.Width)..]);
        }

        _scale.ApplyToLanes(components);
    }

    private Vector128<uint> NextBlock(int group)
    {
        var (word0, word1, word2, word3) = Philox4x32.Block(
            _nextBlocks[group]++, Stream, _worker, (uint)group, _key0, _key1);
        return Vector128.Create(word0, word1, word2, word3);
    }
}
