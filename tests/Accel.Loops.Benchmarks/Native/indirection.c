/* TSVC 4.9 to 4.12: vector semantics, indirect addressing, statement functions. */
#include "loops.h"

static float product(float x, float y);

LOOP void s491_loop(float *restrict a, const float *restrict b, const float *restrict c, const float *restrict d, const int *restrict ip)
{
    for (int i = 0; i < LENGTH; i++)
    {
        a[ip[i]] = b[i] + (c[i] * d[i]);
    }
}

float s491(const struct data *data)
{
    s491_loop(data->a, data->b, data->c, data->d, data->ip);
    return 0;
}

LOOP void s4112_loop(float *restrict a, const float *restrict b, const int *restrict ip, float s)
{
    for (int i = 0; i < LENGTH; i++)
    {
        a[i] += b[ip[i]] * s;
    }
}

float s4112(const struct data *data)
{
    s4112_loop(data->a, data->b, data->ip, 0.75f);
    return 0;
}

LOOP void s4113_loop(float *restrict a, const float *restrict b, const float *restrict c, const int *restrict ip)
{
    for (int i = 0; i < LENGTH; i++)
    {
        a[ip[i]] = b[ip[i]] + c[i];
    }
}

float s4113(const struct data *data)
{
    s4113_loop(data->a, data->b, data->c, data->ip);
    return 0;
}

LOOP void s4114_loop(float *restrict a, const float *restrict b, const float *restrict c, const float *restrict d, const int *restrict ip, int first)
{
    for (int i = first - 1; i < LENGTH; i++)
    {
        int k = ip[i];
        a[i] = b[i] + (c[LENGTH - k - 1] * d[i]);
        k += 5;
    }
}

float s4114(const struct data *data)
{
    s4114_loop(data->a, data->b, data->c, data->d, data->ip, 1);
    return 0;
}

LOOP float s4115_loop(const float *restrict a, const float *restrict b, const int *restrict ip)
{
    float sum = 0;
    for (int i = 0; i < LENGTH; i++)
    {
        sum += a[i] * b[ip[i]];
    }

    return sum;
}

float s4115(const struct data *data)
{
    return s4115_loop(data->a, data->b, data->ip);
}

LOOP float s4116_loop(const float *restrict a, ROW *restrict aa, const int *restrict ip, int j, int inc)
{
    float sum = 0;
    for (int i = 0; i < SIDE - 1; i++)
    {
        int offset = inc + i;
        sum += a[offset] * aa[j - 1][ip[i]];
    }

    return sum;
}

float s4116(const struct data *data)
{
    return s4116_loop(data->a, data->aa, data->columns, SIDE / 2, 1);
}

LOOP void s4117_loop(float *restrict a, const float *restrict b, const float *restrict c, const float *restrict d)
{
    for (int i = 0; i < LENGTH; i++)
    {
        a[i] = b[i] + (c[i / 2] * d[i]);
    }
}

float s4117(const struct data *data)
{
    s4117_loop(data->a, data->b, data->c, data->d);
    return 0;
}

LOOP void s4121_loop(float *restrict a, const float *restrict b, const float *restrict c)
{
    for (int i = 0; i < LENGTH; i++)
    {
        a[i] += product(b[i], c[i]);
    }
}

float s4121(const struct data *data)
{
    s4121_loop(data->a, data->b, data->c);
    return 0;
}

static float product(float x, float y)
{
    return x * y;
}
