using Accel.Fuzz.Processes;

return FuzzProgram.Run(args);
