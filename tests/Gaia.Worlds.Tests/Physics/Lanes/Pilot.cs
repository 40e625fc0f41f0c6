using Gaia.Core.Random;

namespace Gaia.Worlds.Tests.Physics.Lanes;

/// <summary>Chooses what to do next.</summary>
internal delegate WorldAction Pilot(uint seed, ReadOnlySpan<float> observation, ref NumpyGenerator random);
