/* TSVC 1.3 to 1.5: global, nonlinear and interprocedural data flow. */
#include "loops.h"

static void shifted(float *restrict a, const float *restrict b, int m);
static void addproduct(float *restrict a, float *restrict b, const float *restrict c, int i);

LOOP void s131_loop(float *restrict a, const float *restrict b)
{
    int m = 1;
    for (int i = 0; i < LENGTH - 1; i++)
    {
        a[i] = a[i + m] + b[i];
    }
}

float s131(const struct data *data)
{
    s131_loop(data->a, data->b);
    return 0;
}

LOOP void s132_loop(const float *restrict b, const float *restrict c, ROW *restrict aa)
{
    int m = 0;
    int j = m;
    int k = m + 1;
    for (int i = 1; i < SIDE; i++)
    {
        aa[j][i] = aa[k][i - 1] + (b[i] * c[1]);
    }
}

float s132(const struct data *data)
{
    s132_loop(data->b, data->c, data->aa);
    return 0;
}

LOOP void s141_loop(float *restrict flat, ROW *restrict bb)
{
    for (int i = 0; i < SIDE; i++)
    {
        int k = ((i + 1) * i / 2) + i;
        for (int j = i; j < SIDE; j++)
        {
            flat[k] += bb[j][i];
            k += j + 1;
        }
    }
}

float s141(const struct data *data)
{
    s141_loop(data->flat, data->bb);
    return 0;
}

LOOP void s151_loop(float *restrict a, const float *restrict b)
{
    shifted(a, b, 1);
}

float s151(const struct data *data)
{
    s151_loop(data->a, data->b);
    return 0;
}

static void shifted(float *restrict a, const float *restrict b, int m)
{
    for (int i = 0; i < LENGTH - 1; i++)
    {
        a[i] = a[i + m] + b[i];
    }
}

LOOP void s152_loop(float *restrict a, float *restrict b, const float *restrict c, const float *restrict d, const float *restrict e)
{
    for (int i = 0; i < LENGTH; i++)
    {
        b[i] = d[i] * e[i];
        addproduct(a, b, c, i);
    }
}

float s152(const struct data *data)
{
    s152_loop(data->a, data->b, data->c, data->d, data->e);
    return 0;
}

static void addproduct(float *restrict a, float *restrict b, const float *restrict c, int i)
{
    a[i] += b[i] * c[i];
}
