namespace Accel.Compiler.IR;

/// <summary>Rebuilds statements with expressions in the place of locals, in the headers of loops too.</summary>
/// <param name="replacement">What stands for a local, or <see langword="null"/> where it stays.</param>
internal sealed class LocalReplacer(Func<Local, Expr?> replacement) : ExpressionReplacer(expression => ExprRewriter.Rewrite(expression, node => node is Read read ? replacement(read.Local) : null));
