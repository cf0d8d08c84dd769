/* TSVC 4.2 to 4.8: equivalencing, parameters, conditions, functions, calls, jumps. */
#include "loops.h"

static void nothing(void);

LOOP void s421_loop(float *restrict flat, const float *restrict a)
{
    for (int i = 0; i < LENGTH - 1; i++)
    {
        flat[i] = flat[i + 1] + a[i];
    }
}

float s421(const struct data *data)
{
    s421_loop(data->flat, data->a);
    return 0;
}

LOOP void s1421_loop(float *restrict b, const float *restrict a)
{
    float *half = b + (LENGTH / 2);
    for (int i = 0; i < LENGTH / 2; i++)
    {
        b[i] = half[i] + a[i];
    }
}

float s1421(const struct data *data)
{
    s1421_loop(data->b, data->a);
    return 0;
}

LOOP void s422_loop(float *restrict flat, const float *restrict a)
{
    float *ahead = flat + 4;
    for (int i = 0; i < LENGTH; i++)
    {
        ahead[i] = flat[i + 8] + a[i];
    }
}

float s422(const struct data *data)
{
    s422_loop(data->flat, data->a);
    return 0;
}

LOOP void s423_loop(float *restrict flat, const float *restrict a)
{
    float *ahead = flat + 64;
    for (int i = 0; i < LENGTH - 1; i++)
    {
        flat[i + 1] = ahead[i] + a[i];
    }
}

float s423(const struct data *data)
{
    s423_loop(data->flat, data->a);
    return 0;
}

LOOP void s424_loop(float *restrict flat, const float *restrict a)
{
    float *ahead = flat + 63;
    for (int i = 0; i < LENGTH - 1; i++)
    {
        ahead[i + 1] = flat[i] + a[i];
    }
}

float s424(const struct data *data)
{
    s424_loop(data->flat, data->a);
    return 0;
}

LOOP void s431_loop(float *restrict a, const float *restrict b)
{
    int k1 = 1;
    int k2 = 2;
    int k = (2 * k1) - k2;
    for (int i = 0; i < LENGTH; i++)
    {
        a[i] = a[i + k] + b[i];
    }
}

float s431(const struct data *data)
{
    s431_loop(data->a, data->b);
    return 0;
}

LOOP void s441_loop(float *restrict a, const float *restrict b, const float *restrict c, const float *restrict d)
{
    for (int i = 0; i < LENGTH; i++)
    {
        if (d[i] < 0)
        {
            a[i] += b[i] * c[i];
        }
        else if (d[i] == 0)
        {
            a[i] += b[i] * b[i];
        }
        else
        {
            a[i] += c[i] * c[i];
        }
    }
}

float s441(const struct data *data)
{
    s441_loop(data->a, data->b, data->c, data->d);
    return 0;
}

LOOP void s442_loop(float *restrict a, const float *restrict b, const float *restrict c, const float *restrict d, const float *restrict e, const int *restrict which)
{
    for (int i = 0; i < LENGTH; i++)
    {
        switch (which[i])
        {
            case 1:
                a[i] += b[i] * b[i];
                break;
            case 2:
                a[i] += c[i] * c[i];
                break;
            case 3:
                a[i] += d[i] * d[i];
                break;
            case 4:
                a[i] += e[i] * e[i];
                break;
        }
    }
}

float s442(const struct data *data)
{
    s442_loop(data->a, data->b, data->c, data->d, data->e, data->which);
    return 0;
}

LOOP void s443_loop(float *restrict a, const float *restrict b, const float *restrict c, const float *restrict d)
{
    for (int i = 0; i < LENGTH; i++)
    {
        if (d[i] <= 0)
        {
            a[i] += b[i] * c[i];
        }
        else
        {
            a[i] += b[i] * b[i];
        }
    }
}

float s443(const struct data *data)
{
    s443_loop(data->a, data->b, data->c, data->d);
    return 0;
}

LOOP void s451_loop(float *restrict a, const float *restrict b, const float *restrict c)
{
    for (int i = 0; i < LENGTH; i++)
    {
        a[i] = sinf(b[i]) + cosf(c[i]);
    }
}

float s451(const struct data *data)
{
    s451_loop(data->a, data->b, data->c);
    return 0;
}

LOOP void s452_loop(float *restrict a, const float *restrict b, const float *restrict c)
{
    for (int i = 0; i < LENGTH; i++)
    {
        a[i] = b[i] + (c[i] * (i + 1));
    }
}

float s452(const struct data *data)
{
    s452_loop(data->a, data->b, data->c);
    return 0;
}

LOOP void s453_loop(float *restrict a, const float *restrict b)
{
    float s = 0;
    for (int i = 0; i < LENGTH; i++)
    {
        s += 2;
        a[i] = s * b[i];
    }
}

float s453(const struct data *data)
{
    s453_loop(data->a, data->b);
    return 0;
}

LOOP void s471_loop(float *restrict x, float *restrict b, const float *restrict c, const float *restrict d, const float *restrict e)
{
    for (int i = 0; i < LENGTH; i++)
    {
        x[i] = b[i] + (d[i] * d[i]);
        nothing();
        b[i] = c[i] + (d[i] * e[i]);
    }
}

float s471(const struct data *data)
{
    s471_loop(data->x, data->b, data->c, data->d, data->e);
    return 0;
}

static void nothing(void)
{
}

LOOP void s481_loop(float *restrict a, const float *restrict b, const float *restrict c, const float *restrict d)
{
    for (int i = 0; i < LENGTH; i++)
    {
        if (d[i] < 0)
        {
            return;
        }

        a[i] += b[i] * c[i];
    }
}

float s481(const struct data *data)
{
    s481_loop(data->a, data->b, data->c, data->positive);
    return 0;
}

LOOP void s482_loop(float *restrict a, const float *restrict b, const float *restrict c)
{
    for (int i = 0; i < LENGTH; i++)
    {
        a[i] += b[i] * c[i];
        if (c[i] > b[i])
        {
            break;
        }
    }
}

float s482(const struct data *data)
{
    s482_loop(data->a, data->positive, data->negative);
    return 0;
}
