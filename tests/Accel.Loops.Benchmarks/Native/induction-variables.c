/* TSVC 1.2: induction variable recognition. */
#include "loops.h"

LOOP void s121_loop(float *restrict a, const float *restrict b)
{
    for (int i = 0; i < LENGTH - 1; i++)
    {
        int j = i + 1;
        a[i] = a[j] + b[i];
    }
}

float s121(const struct data *data)
{
    s121_loop(data->a, data->b);
    return 0;
}

LOOP void s122_loop(float *restrict a, const float *restrict b, int first, int step)
{
    int j = 1;
    int k = 0;
    for (int i = first - 1; i < LENGTH; i += step)
    {
        k += j;
        a[i] += b[LENGTH - k];
    }
}

float s122(const struct data *data)
{
    s122_loop(data->a, data->b, 1, 1);
    return 0;
}

LOOP void s123_loop(float *restrict a, const float *restrict b, const float *restrict c, const float *restrict d, const float *restrict e)
{
    int j = -1;
    for (int i = 0; i < LENGTH / 2; i++)
    {
        j++;
        a[j] = b[i] + (d[i] * e[i]);
        if (c[i] > 0)
        {
            j++;
            a[j] = c[i] + (d[i] * e[i]);
        }
    }
}

float s123(const struct data *data)
{
    s123_loop(data->a, data->b, data->c, data->d, data->e);
    return 0;
}

LOOP void s124_loop(float *restrict a, const float *restrict b, const float *restrict c, const float *restrict d, const float *restrict e)
{
    int j = -1;
    for (int i = 0; i < LENGTH; i++)
    {
        if (b[i] > 0)
        {
            j++;
            a[j] = b[i] + (d[i] * e[i]);
        }
        else
        {
            j++;
            a[j] = c[i] + (d[i] * e[i]);
        }
    }
}

float s124(const struct data *data)
{
    s124_loop(data->a, data->b, data->c, data->d, data->e);
    return 0;
}

LOOP void s125_loop(float *restrict flat, ROW *restrict aa, ROW *restrict bb, ROW *restrict cc)
{
    int k = -1;
    for (int i = 0; i < SIDE; i++)
    {
        for (int j = 0; j < SIDE; j++)
        {
            k++;
            flat[k] = aa[i][j] + (bb[i][j] * cc[i][j]);
        }
    }
}

float s125(const struct data *data)
{
    s125_loop(data->flat, data->aa, data->bb, data->cc);
    return 0;
}

LOOP void s126_loop(const float *restrict flat, ROW *restrict bb, ROW *restrict cc)
{
    int k = 1;
    for (int i = 0; i < SIDE; i++)
    {
        for (int j = 1; j < SIDE; j++)
        {
            bb[j][i] = bb[j - 1][i] + (flat[k - 1] * cc[j][i]);
            ++k;
        }

        ++k;
    }
}

float s126(const struct data *data)
{
    s126_loop(data->flat, data->bb, data->cc);
    return 0;
}

LOOP void s127_loop(float *restrict a, const float *restrict b, const float *restrict c, const float *restrict d, const float *restrict e)
{
    int j = -1;
    for (int i = 0; i < LENGTH / 2; i++)
    {
        j++;
        a[j] = b[i] + (c[i] * d[i]);
        j++;
        a[j] = b[i] + (d[i] * e[i]);
    }
}

float s127(const struct data *data)
{
    s127_loop(data->a, data->b, data->c, data->d, data->e);
    return 0;
}

LOOP void s128_loop(float *restrict a, float *restrict b, const float *restrict c, const float *restrict d)
{
    int j = -1;
    for (int i = 0; i < LENGTH / 2; i++)
    {
        int k = j + 1;
        a[i] = b[k] - d[i];
        j = k + 1;
        b[k] = a[i] + c[k];
    }
}

float s128(const struct data *data)
{
    s128_loop(data->a, data->b, data->c, data->d);
    return 0;
}
