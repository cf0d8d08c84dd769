namespace Accel;

/// <summary>All live device memory by host address. Holds it weakly: what keeps it alive are buffers and spans.</summary>
internal static class LiveDeviceMemory
{
    private static readonly Lock Gate = new();
    private static readonly SortedList<nint, WeakReference<DeviceMemory>> ByAddress = [];

    /// <summary>How many have current data on a device.</summary>
    public static int OnDevice;

    public static void Add(DeviceMemory memory)
    {
        lock (Gate)
        {
            // An entry whose memory was collected but not yet finalised may still hold the address.
            ByAddress[memory.Address] = new WeakReference<DeviceMemory>(memory);
        }
    }

    public static void Remove(DeviceMemory memory)
    {
        lock (Gate)
        {
            // In a finalizer the weak reference is empty by now; one that has a target belongs to a newer memory at the same address.
            if (ByAddress.TryGetValue(memory.Address, out WeakReference<DeviceMemory>? entry) && (!entry.TryGetTarget(out DeviceMemory? target) || target == memory))
            {
                ByAddress.Remove(memory.Address);
            }
        }
    }

    public static void CountOnDevice(int change) => Interlocked.Add(ref OnDevice, change);

    /// <summary>The memory whose host copy contains all bytes of the range, or null. An empty range is in none.</summary>
    public static DeviceMemory? Find(nint address, nint byteLength)
    {
        if (byteLength == 0)
        {
            return null;
        }

        lock (Gate)
        {
            // Entries of collected memory may lie between, until their finalizers have run.
            for (int i = CountUpTo(address) - 1; i >= 0; i--)
            {
                if (ByAddress.GetValueAtIndex(i).TryGetTarget(out DeviceMemory? memory))
                {
                    return address - memory.Address <= memory.ByteLength - byteLength ? memory : null;
                }
            }

            return null;
        }
    }

    /// <summary>How many entries begin at or before <paramref name="address"/>.</summary>
    private static int CountUpTo(nint address)
    {
        int low = 0;
        int high = ByAddress.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (ByAddress.GetKeyAtIndex(middle) <= address)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
