// Forced widths and numbers of threads are the process's.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
