/* TSVC 2.4: node splitting. */
#include "loops.h"

LOOP void s241_loop(float *restrict a, float *restrict b, const float *restrict c, const float *restrict d)
{
    for (int i = 0; i < LENGTH - 1; i++)
    {
        a[i] = b[i] * c[i] * d[i];
        b[i] = a[i] * a[i + 1] * d[i];
    }
}

float s241(const struct data *data)
{
    s241_loop(data->a, data->b, data->c, data->d);
    return 0;
}

LOOP void s242_loop(float *restrict a, const float *restrict b, const float *restrict c, const float *restrict d, float s1, float s2)
{
    for (int i = 1; i < LENGTH; i++)
    {
        a[i] = a[i - 1] + s1 + s2 + b[i] + c[i] + d[i];
    }
}

float s242(const struct data *data)
{
    s242_loop(data->a, data->b, data->c, data->d, 1, 2);
    return 0;
}

LOOP void s243_loop(float *restrict a, float *restrict b, const float *restrict c, const float *restrict d, const float *restrict e)
{
    for (int i = 0; i < LENGTH - 1; i++)
    {
        a[i] = b[i] + (c[i] * d[i]);
        b[i] = a[i] + (d[i] * e[i]);
        a[i] = b[i] + (a[i + 1] * d[i]);
    }
}

float s243(const struct data *data)
{
    s243_loop(data->a, data->b, data->c, data->d, data->e);
    return 0;
}

LOOP void s244_loop(float *restrict a, float *restrict b, const float *restrict c, const float *restrict d)
{
    for (int i = 0; i < LENGTH - 1; i++)
    {
        a[i] = b[i] + (c[i] * d[i]);
        b[i] = c[i] + b[i];
        a[i + 1] = b[i] + (a[i + 1] * d[i]);
    }
}

float s244(const struct data *data)
{
    s244_loop(data->a, data->b, data->c, data->d);
    return 0;
}

LOOP void s1244_loop(float *restrict a, float *restrict d, const float *restrict b, const float *restrict c)
{
    for (int i = 0; i < LENGTH - 1; i++)
    {
        a[i] = b[i] + (c[i] * c[i]) + (b[i] * b[i]) + c[i];
        d[i] = a[i] + a[i + 1];
    }
}

float s1244(const struct data *data)
{
    s1244_loop(data->a, data->d, data->b, data->c);
    return 0;
}

LOOP void s2244_loop(float *restrict a, const float *restrict b, const float *restrict c, const float *restrict e)
{
    for (int i = 0; i < LENGTH - 1; i++)
    {
        a[i + 1] = b[i] + e[i];
        a[i] = b[i] + c[i];
    }
}

float s2244(const struct data *data)
{
    s2244_loop(data->a, data->b, data->c, data->e);
    return 0;
}
