using System.Reflection;
using System.Runtime.CompilerServices;

namespace Accel.Verification.Capturing;

/// <summary>What a delegate's closure can reach: buffers, and numbers in variables that it captured.</summary>
internal sealed class CapturedState
{
    private const int MostDepth = 8;

    private readonly List<CapturedBuffer> _buffers = [];
    private readonly List<(object Owner, FieldInfo Field)> _numbers = [];
    private readonly Dictionary<object, CapturedBuffer> _found = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);

    private CapturedState()
    {
    }

    public IReadOnlyList<CapturedBuffer> Buffers => _buffers;

    /// <summary>Whether no number was captured.</summary>
    public bool HasNoNumbers => _numbers.Count == 0;

    public static CapturedState Of(Delegate call)
    {
        var state = new CapturedState();
        if (call.Target is { } closure)
        {
            state.Visit(closure, 0);
        }

        return state;
    }

    public StateSnapshot Save() => new([.. _buffers.Select(buffer => buffer.Read())], [.. _numbers.Select(number => number.Field.GetValue(number.Owner))]);

    public void Restore(StateSnapshot snapshot)
    {
        for (int i = 0; i < _buffers.Count; i++)
        {
            _buffers[i].Write(snapshot.Buffers[i]);
        }

        for (int i = 0; i < _numbers.Count; i++)
        {
            _numbers[i].Field.SetValue(_numbers[i].Owner, snapshot.Numbers[i]);
        }
    }

    /// <summary>Makes every one-dimensional array shorter.</summary>
    /// <param name="length">The new length for each length.</param>
    public void Cut(Func<int, int> length) => _buffers.ForEach(buffer => buffer.Cut(Math.Max(0, length(buffer.Length))));

    /// <summary>Undoes <see cref="Cut"/>.</summary>
    public void Uncut() => _buffers.ForEach(buffer => buffer.Uncut());

    /// <summary>The number's variable, for messages.</summary>
    public string NumberName(int index) => Readable(_numbers[index].Field);

    private void Visit(object owner, int depth)
    {
        if (depth > MostDepth || !_seen.Add(owner))
        {
            return;
        }

        for (Type? type = owner.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Visit(owner, field, depth);
            }
        }
    }

    private void Visit(object owner, FieldInfo field, int depth)
    {
        object? value = field.GetValue(owner);
        if (field.FieldType.IsPrimitive)
        {
            if (!field.IsInitOnly)
            {
                _numbers.Add((owner, field));
            }
        }
        else if (value is not null && CapturedBuffer.Of(Readable(field), value) is { } buffer)
        {
            if (_found.TryAdd(value, buffer))
            {
                _buffers.Add(buffer);
            }

            _found[value].AddHolder(owner, field);
        }
        else if (value is not null && IsOfUser(field.FieldType))
        {
            Visit(value, depth + 1);
        }
    }

    // Closures and the user's own objects; not threads, streams and the rest of the framework.
    private static bool IsOfUser(Type type) =>
        type is { IsClass: true, IsArray: false } && type != typeof(string) && !typeof(Delegate).IsAssignableFrom(type)
        && (type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) || type.Namespace?.StartsWith("System", StringComparison.Ordinal) != true);

    // <Name>k__BackingField is the property Name.
    private static string Readable(FieldInfo field) => field.Name is ['<', .. var rest] && rest.IndexOf('>', StringComparison.Ordinal) is > 0 and var end ? rest[..end] : field.Name;
}
