return Accel.Faults.Tests.Processes.ChildPrograms.Run(args);
