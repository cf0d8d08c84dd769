/* TSVC 2.7: control flow in loops. */
#include "loops.h"

LOOP void s271_loop(float *restrict a, const float *restrict b, const float *restrict c)
{
    for (int i = 0; i < LENGTH; i++)
    {
        if (b[i] > 0)
        {
            a[i] += b[i] * c[i];
        }
    }
}

float s271(const struct data *data)
{
    s271_loop(data->a, data->b, data->c);
    return 0;
}

LOOP void s272_loop(float *restrict a, float *restrict b, const float *restrict c, const float *restrict d, const float *restrict e, float t)
{
    for (int i = 0; i < LENGTH; i++)
    {
        if (e[i] >= t)
        {
            a[i] += c[i] * d[i];
            b[i] += c[i] * c[i];
        }
    }
}

float s272(const struct data *data)
{
    s272_loop(data->a, data->b, data->c, data->d, data->e, 0.25f);
    return 0;
}

LOOP void s273_loop(float *restrict a, float *restrict b, float *restrict c, const float *restrict d, const float *restrict e)
{
    for (int i = 0; i < LENGTH; i++)
    {
        a[i] += d[i] * e[i];
        if (a[i] < 0)
        {
            b[i] += d[i] * e[i];
        }

        c[i] += a[i] * d[i];
    }
}

float s273(const struct data *data)
{
    s273_loop(data->a, data->b, data->c, data->d, data->e);
    return 0;
}

LOOP void s274_loop(float *restrict a, float *restrict b, const float *restrict c, const float *restrict d, const float *restrict e)
{
    for (int i = 0; i < LENGTH; i++)
    {
        a[i] = c[i] + (e[i] * d[i]);
        if (a[i] > 0)
        {
            b[i] = a[i] + b[i];
        }
        else
        {
            a[i] = d[i] * e[i];
        }
    }
}

float s274(const struct data *data)
{
    s274_loop(data->a, data->b, data->c, data->d, data->e);
    return 0;
}

LOOP void s275_loop(ROW *restrict aa, ROW *restrict bb, ROW *restrict cc)
{
    for (int i = 0; i < SIDE; i++)
    {
        if (aa[0][i] > 0)
        {
            for (int j = 1; j < SIDE; j++)
            {
                aa[j][i] = aa[j - 1][i] + (bb[j][i] * cc[j][i]);
            }
        }
    }
}

float s275(const struct data *data)
{
    s275_loop(data->aa, data->bb, data->cc);
    return 0;
}

LOOP void s2275_loop(float *restrict a, const float *restrict b, const float *restrict c, const float *restrict d, ROW *restrict aa, ROW *restrict bb, ROW *restrict cc)
{
    for (int i = 0; i < SIDE; i++)
    {
        for (int j = 0; j < SIDE; j++)
        {
            aa[j][i] = aa[j][i] + (bb[j][i] * cc[j][i]);
        }

        a[i] = b[i] + (c[i] * d[i]);
    }
}

float s2275(const struct data *data)
{
    s2275_loop(data->a, data->b, data->c, data->d, data->aa, data->bb, data->cc);
    return 0;
}

LOOP void s276_loop(float *restrict a, const float *restrict b, const float *restrict c, const float *restrict d)
{
    int mid = LENGTH / 2;
    for (int i = 0; i < LENGTH; i++)
    {
        if (i + 1 < mid)
        {
            a[i] += b[i] * c[i];
        }
        else
        {
            a[i] += b[i] * d[i];
        }
    }
}

float s276(const struct data *data)
{
    s276_loop(data->a, data->b, data->c, data->d);
    return 0;
}

LOOP void s277_loop(float *restrict a, float *restrict b, const float *restrict c, const float *restrict d, const float *restrict e)
{
    for (int i = 0; i < LENGTH - 1; i++)
    {
        if (a[i] < 0)
        {
            if (b[i] < 0)
            {
                a[i] += c[i] * d[i];
            }

            b[i + 1] = c[i] + (d[i] * e[i]);
        }
    }
}

float s277(const struct data *data)
{
    s277_loop(data->a, data->b, data->c, data->d, data->e);
    return 0;
}

LOOP void s278_loop(float *restrict a, float *restrict b, float *restrict c, const float *restrict d, const float *restrict e)
{
    for (int i = 0; i < LENGTH; i++)
    {
        if (a[i] > 0)
        {
            c[i] = -c[i] + (d[i] * e[i]);
        }
        else
        {
            b[i] = -b[i] + (d[i] * e[i]);
        }

        a[i] = b[i] + (c[i] * d[i]);
    }
}

float s278(const struct data *data)
{
    s278_loop(data->a, data->b, data->c, data->d, data->e);
    return 0;
}

LOOP void s279_loop(float *restrict a, float *restrict b, float *restrict c, const float *restrict d, const float *restrict e)
{
    for (int i = 0; i < LENGTH; i++)
    {
        if (a[i] > 0)
        {
            c[i] = -c[i] + (e[i] * e[i]);
        }
        else
        {
            b[i] = -b[i] + (d[i] * d[i]);
            if (b[i] > a[i])
            {
                c[i] += d[i] * e[i];
            }
        }

        a[i] = b[i] + (c[i] * d[i]);
    }
}

float s279(const struct data *data)
{
    s279_loop(data->a, data->b, data->c, data->d, data->e);
    return 0;
}

LOOP void s1279_loop(float *restrict c, const float *restrict a, const float *restrict b, const float *restrict d, const float *restrict e)
{
    for (int i = 0; i < LENGTH; i++)
    {
        if (a[i] < 0)
        {
            if (b[i] > a[i])
            {
                c[i] += d[i] * e[i];
            }
        }
    }
}

float s1279(const struct data *data)
{
    s1279_loop(data->c, data->a, data->b, data->d, data->e);
    return 0;
}

LOOP void s2710_loop(float *restrict a, float *restrict b, float *restrict c, const float *restrict d, const float *restrict e, float x)
{
    for (int i = 0; i < LENGTH; i++)
    {
        if (a[i] > b[i])
        {
            a[i] += b[i] * d[i];
            if (LENGTH > 10)
            {
                c[i] += d[i] * d[i];
            }
            else
            {
                c[i] = (d[i] * e[i]) + 1;
            }
        }
        else
        {
            b[i] = a[i] + (e[i] * e[i]);
            if (x > 0)
            {
                c[i] = a[i] + (d[i] * d[i]);
            }
            else
            {
                c[i] += e[i] * e[i];
            }
        }
    }
}

float s2710(const struct data *data)
{
    s2710_loop(data->a, data->b, data->c, data->d, data->e, 1);
    return 0;
}

LOOP void s2711_loop(float *restrict a, const float *restrict b, const float *restrict c)
{
    for (int i = 0; i < LENGTH; i++)
    {
        if (b[i] != 0)
        {
            a[i] += b[i] * c[i];
        }
    }
}

float s2711(const struct data *data)
{
    s2711_loop(data->a, data->b, data->c);
    return 0;
}

LOOP void s2712_loop(float *restrict a, const float *restrict b, const float *restrict c)
{
    for (int i = 0; i < LENGTH; i++)
    {
        if (a[i] > b[i])
        {
            a[i] += b[i] * c[i];
        }
    }
}

float s2712(const struct data *data)
{
    s2712_loop(data->a, data->b, data->c);
    return 0;
}
