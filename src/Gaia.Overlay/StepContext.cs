using Gaia.Core.Random;
using Gaia.Overlay.Effects;

namespace Gaia.Overlay;

/// <summary>What one step may see and do: the time, the random numbers, and the list of effects it adds to.</summary>
internal readonly ref struct StepContext
{
    private readonly ref PhiloxStream _random;
    private readonly List<OverlayEffect> _effects;

    public StepContext(DateTimeOffset now, ref PhiloxStream random, List<OverlayEffect> effects, CounterBoard counters)
    {
        Now = now;
        _random = ref random;
        _effects = effects;
        Counters = counters;
    }

    public DateTimeOffset Now { get; }

    public CounterBoard Counters { get; }

    public ref PhiloxStream Random => ref _random;

    public void Emit(OverlayEffect effect) => _effects.Add(effect);
}
