// Options, the machine profile and the registered GPU belong to the process: tests that set them must not run beside others.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
