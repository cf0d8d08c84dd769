using System.Text;

namespace Accel.Fuzz.Generating;

/// <summary>
/// C# that the compiler may not know yet, so that what it does then is tested as well: the nest stays plain, the rest of the kernel works, nothing
/// crashes. What it learns moves from here to where the rest of the language is written.
/// </summary>
internal sealed class ForeignCode(KernelScope scope, Expressions expressions, Subscripts subscripts)
{
    private Dice Dice => scope.Dice;

    public void Write(StringBuilder text, int indent)
    {
        LoopVariable loop = scope.Loops[^1];
        string name = scope.NewName("z");
        switch (Dice.Below(13))
        {
            case 0:
                Line($"int {name} = {Dice.Below(5)};");
                Line($"while ({name} > 0) {{ {name}--; }}");
                scope.Variables.Add(new(name, NumericType.Int, false));
                break;
            case 1:
                Line($"int {name} = 0;");
                Line($"do {{ {name} += 3; }} while ({name} < (int){loop.Name} % 20);");
                scope.Variables.Add(new(name, NumericType.Int, false));
                break;
            case 2:
                Line($"int {name};");
                Line($"switch ((int){loop.Name} % 4) {{ case 0: {name} = 1; break; case 1: case 2: {name} = 5; break; default: {name} = -1; break; }}");
                scope.Variables.Add(new(name, NumericType.Int, true));
                break;
            case 3:
                Line($"char {name} = (char)({loop.Name} & 0x7F);");
                Line($"int {name}i = {name} + 1;");
                scope.Variables.Add(new(name + "i", NumericType.Int, false));
                break;
            case 4:
                Line($"decimal {name}d = {loop.Name};");
                Line($"int {name} = (int)({name}d * 2 % 1000);");
                scope.Variables.Add(new(name, NumericType.Int, false));
                break;
            case 5:
                Line($"(int {name}, int {name}b) = ((int){loop.Name}, {Dice.Below(9)});");
                scope.Variables.Add(new(name, NumericType.Int, true));
                break;
            case 6:
                Line($"int {name} = checked({expressions.Of(NumericType.Int, 1)} + {Dice.Below(3)});");
                scope.Variables.Add(new(name, NumericType.Int, true));
                break;
            case 7 when scope.Buffers.FirstOrDefault(buffer => buffer is { Kind: "Span", IsParameter: true }) is { } whole:
                subscripts.Read(whole.Type);
                Line($"Span<{whole.Type.Keyword}> {name}s = {whole.Name}.Slice(0);");
                Line($"int {name} = {name}s.Length;");
                scope.Variables.Add(new(name, NumericType.Int, false));
                break;
            case 8:
                Line($"int {name} = Math.Clamp((int){loop.Name}, 3, 30);");
                scope.Variables.Add(new(name, NumericType.Int, true));
                break;
            case 9:
                Line($"int {name} = System.Numerics.BitOperations.PopCount((uint){loop.Name});");
                scope.Variables.Add(new(name, NumericType.Int, true));
                break;
            case 10:
                Line($"int {name} = (int){loop.Name}; {{ int {name}c = {name}++; _ = {name}c; }}");
                scope.Variables.Add(new(name, NumericType.Int, false));
                break;
            case 11 when !scope.IsIndependent && scope.Buffers.FirstOrDefault(buffer => buffer is { Kind: "Span", IsParameter: true }) is { } sliced:
                Line($"{sliced.Type.Keyword} {name} = {sliced.Name}.Slice({Dice.Below(2)})[0];");
                scope.Variables.Add(new(name, sliced.Type, false));
                break;
            default:
                Line($"Half {name}h = (Half)(float){loop.Name};");
                Line($"float {name} = (float){name}h;");
                scope.Variables.Add(new(name, NumericType.Float, true));
                break;
        }

        void Line(string line) => Statements.Line(text, indent, line);
    }
}
