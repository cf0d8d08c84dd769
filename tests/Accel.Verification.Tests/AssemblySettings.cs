// Tests force process-wide options, so one at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
