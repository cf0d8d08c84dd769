/* TSVC 3.2 to 3.5: recurrences, searches, packing, rerolling. */
#include "loops.h"

LOOP void s321_loop(float *restrict a, const float *restrict b)
{
    for (int i = 1; i < LENGTH; i++)
    {
        a[i] += a[i - 1] * b[i];
    }
}

float s321(const struct data *data)
{
    s321_loop(data->a, data->b);
    return 0;
}

LOOP void s322_loop(float *restrict a, const float *restrict b, const float *restrict c)
{
    for (int i = 2; i < LENGTH; i++)
    {
        a[i] = a[i] + (a[i - 1] * b[i]) + (a[i - 2] * c[i]);
    }
}

float s322(const struct data *data)
{
    s322_loop(data->a, data->b, data->c);
    return 0;
}

LOOP void s323_loop(float *restrict a, float *restrict b, const float *restrict c, const float *restrict d, const float *restrict e)
{
    for (int i = 1; i < LENGTH; i++)
    {
        a[i] = b[i - 1] + (c[i] * d[i]);
        b[i] = a[i] + (c[i] * e[i]);
    }
}

float s323(const struct data *data)
{
    s323_loop(data->a, data->b, data->c, data->d, data->e);
    return 0;
}

LOOP int s331_loop(const float *restrict a)
{
    int j = -1;
    for (int i = 0; i < LENGTH; i++)
    {
        if (a[i] < 0)
        {
            j = i;
        }
    }

    return j;
}

float s331(const struct data *data)
{
    return s331_loop(data->a);
}

LOOP float s332_loop(const float *restrict a, float t)
{
    int index = -2;
    float value = -1;
    for (int i = 0; i < LENGTH; i++)
    {
        if (a[i] > t)
        {
            index = i;
            value = a[i];
            break;
        }
    }

    return value + index;
}

float s332(const struct data *data)
{
    return s332_loop(data->a, 1);
}

LOOP void s341_loop(float *restrict a, const float *restrict b)
{
    int j = -1;
    for (int i = 0; i < LENGTH; i++)
    {
        if (b[i] > 0)
        {
            j++;
            a[j] = b[i];
        }
    }
}

float s341(const struct data *data)
{
    s341_loop(data->a, data->b);
    return 0;
}

LOOP void s342_loop(float *restrict a, const float *restrict b)
{
    int j = -1;
    for (int i = 0; i < LENGTH; i++)
    {
        if (a[i] > 0)
        {
            j++;
            a[i] = b[j];
        }
    }
}

float s342(const struct data *data)
{
    s342_loop(data->a, data->b);
    return 0;
}

LOOP void s343_loop(float *restrict flat, ROW *restrict aa, ROW *restrict bb)
{
    int k = -1;
    for (int i = 0; i < SIDE; i++)
    {
        for (int j = 0; j < SIDE; j++)
        {
            if (bb[j][i] > 0)
            {
                k++;
                flat[k] = aa[j][i];
            }
        }
    }
}

float s343(const struct data *data)
{
    s343_loop(data->flat, data->aa, data->bb);
    return 0;
}

LOOP void s351_loop(float *restrict a, const float *restrict b, const float *restrict c)
{
    float alpha = c[0];
    for (int i = 0; i < LENGTH - 4; i += 5)
    {
        a[i] += alpha * b[i];
        a[i + 1] += alpha * b[i + 1];
        a[i + 2] += alpha * b[i + 2];
        a[i + 3] += alpha * b[i + 3];
        a[i + 4] += alpha * b[i + 4];
    }
}

float s351(const struct data *data)
{
    s351_loop(data->a, data->b, data->c);
    return 0;
}

LOOP void s1351_loop(float *restrict a, const float *restrict b, const float *restrict c)
{
    for (int i = 0; i < LENGTH; i++)
    {
        a[i] = b[i] + c[i];
    }
}

float s1351(const struct data *data)
{
    s1351_loop(data->a, data->b, data->c);
    return 0;
}

LOOP float s352_loop(const float *restrict a, const float *restrict b)
{
    float dot = 0;
    for (int i = 0; i < LENGTH - 4; i += 5)
    {
        dot = dot + (a[i] * b[i]) + (a[i + 1] * b[i + 1]) + (a[i + 2] * b[i + 2]) + (a[i + 3] * b[i + 3]) + (a[i + 4] * b[i + 4]);
    }

    return dot;
}

float s352(const struct data *data)
{
    return s352_loop(data->a, data->b);
}

LOOP void s353_loop(float *restrict a, const float *restrict b, const float *restrict c, const int *restrict ip)
{
    float alpha = c[0];
    for (int i = 0; i < LENGTH - 4; i += 5)
    {
        a[i] += alpha * b[ip[i]];
        a[i + 1] += alpha * b[ip[i + 1]];
        a[i + 2] += alpha * b[ip[i + 2]];
        a[i + 3] += alpha * b[ip[i + 3]];
        a[i + 4] += alpha * b[ip[i + 4]];
    }
}

float s353(const struct data *data)
{
    s353_loop(data->a, data->b, data->c, data->ip);
    return 0;
}
