/* The loops of Accel.Loops as a C programmer writes them: sizes are constants, no two arrays overlap, arrays begin at multiples of 64 bytes. */
#ifndef LOOPS_H
#define LOOPS_H

#include <math.h>

#define LENGTH 32000
#define SIDE 256

/* Inlined, the compilers would forget that the arrays do not overlap. */
#define LOOP static __attribute__((noinline))

typedef float ROW[SIDE];

/* In the order of NativeData.cs. */
struct data
{
    float *a, *b, *c, *d, *e, *x, *positive, *negative, *flat;
    ROW *aa, *bb, *cc;
    const int *ip, *columns, *which;
};

#endif
