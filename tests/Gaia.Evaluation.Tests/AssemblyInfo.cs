// The tests use threads of their own and measure what the process allocates.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
