/* TSVC 5.1: control loops. */
#include "loops.h"

LOOP void va_loop(float *restrict a, const float *restrict b)
{
    for (int i = 0; i < LENGTH; i++)
    {
        a[i] = b[i];
    }
}

float va(const struct data *data)
{
    va_loop(data->a, data->b);
    return 0;
}

LOOP void vag_loop(float *restrict a, const float *restrict b, const int *restrict ip)
{
    for (int i = 0; i < LENGTH; i++)
    {
        a[i] = b[ip[i]];
    }
}

float vag(const struct data *data)
{
    vag_loop(data->a, data->b, data->ip);
    return 0;
}

LOOP void vas_loop(float *restrict a, const float *restrict b, const int *restrict ip)
{
    for (int i = 0; i < LENGTH; i++)
    {
        a[ip[i]] = b[i];
    }
}

float vas(const struct data *data)
{
    vas_loop(data->a, data->b, data->ip);
    return 0;
}

LOOP void vif_loop(float *restrict a, const float *restrict b)
{
    for (int i = 0; i < LENGTH; i++)
    {
        if (b[i] > 0)
        {
            a[i] = b[i];
        }
    }
}

float vif(const struct data *data)
{
    vif_loop(data->a, data->b);
    return 0;
}

LOOP void vpv_loop(float *restrict a, const float *restrict b)
{
    for (int i = 0; i < LENGTH; i++)
    {
        a[i] += b[i];
    }
}

float vpv(const struct data *data)
{
    vpv_loop(data->a, data->b);
    return 0;
}

LOOP void vtv_loop(float *restrict a, const float *restrict b)
{
    for (int i = 0; i < LENGTH; i++)
    {
        a[i] *= b[i];
    }
}

float vtv(const struct data *data)
{
    vtv_loop(data->a, data->b);
    return 0;
}

LOOP void vpvtv_loop(float *restrict a, const float *restrict b, const float *restrict c)
{
    for (int i = 0; i < LENGTH; i++)
    {
        a[i] += b[i] * c[i];
    }
}

float vpvtv(const struct data *data)
{
    vpvtv_loop(data->a, data->b, data->c);
    return 0;
}

LOOP void vpvts_loop(float *restrict a, const float *restrict b, float s)
{
    for (int i = 0; i < LENGTH; i++)
    {
        a[i] += b[i] * s;
    }
}

float vpvts(const struct data *data)
{
    vpvts_loop(data->a, data->b, 0.75f);
    return 0;
}

LOOP void vpvpv_loop(float *restrict a, const float *restrict b, const float *restrict c)
{
    for (int i = 0; i < LENGTH; i++)
    {
        a[i] += b[i] + c[i];
    }
}

float vpvpv(const struct data *data)
{
    vpvpv_loop(data->a, data->b, data->c);
    return 0;
}

LOOP void vtvtv_loop(float *restrict a, const float *restrict b, const float *restrict c)
{
    for (int i = 0; i < LENGTH; i++)
    {
        a[i] = a[i] * b[i] * c[i];
    }
}

float vtvtv(const struct data *data)
{
    vtvtv_loop(data->a, data->b, data->c);
    return 0;
}

LOOP float vsumr_loop(const float *restrict a)
{
    float sum = 0;
    for (int i = 0; i < LENGTH; i++)
    {
        sum += a[i];
    }

    return sum;
}

float vsumr(const struct data *data)
{
    return vsumr_loop(data->a);
}

LOOP float vdotr_loop(const float *restrict a, const float *restrict b)
{
    float dot = 0;
    for (int i = 0; i < LENGTH; i++)
    {
        dot += a[i] * b[i];
    }

    return dot;
}

float vdotr(const struct data *data)
{
    return vdotr_loop(data->a, data->b);
}

LOOP void vbor_loop(float *restrict x, const float *restrict a, const float *restrict b, const float *restrict c, const float *restrict d, const float *restrict e, ROW *restrict aa)
{
    for (int i = 0; i < SIDE; i++)
    {
        float a1 = a[i];
        float b1 = b[i];
        float c1 = c[i];
        float d1 = d[i];
        float e1 = e[i];
        float f1 = aa[0][i];
        a1 = (a1 * b1 * c1) + (a1 * b1 * d1) + (a1 * b1 * e1) + (a1 * b1 * f1) + (a1 * c1 * d1) + (a1 * c1 * e1) + (a1 * c1 * f1) + (a1 * d1 * e1) + (a1 * d1 * f1) + (a1 * e1 * f1);
        b1 = (b1 * c1 * d1) + (b1 * c1 * e1) + (b1 * c1 * f1) + (b1 * d1 * e1) + (b1 * d1 * f1) + (b1 * e1 * f1);
        c1 = (c1 * d1 * e1) + (c1 * d1 * f1) + (c1 * e1 * f1);
        d1 = d1 * e1 * f1;
        x[i] = a1 * b1 * c1 * d1;
    }
}

float vbor(const struct data *data)
{
    vbor_loop(data->x, data->a, data->b, data->c, data->d, data->e, data->aa);
    return 0;
}
