/* What Python may call: `engine.model.compiled._loops`. The interpreter is let go meanwhile. */

#define Py_LIMITED_API 0x030b0000
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include "stocks.h"

#define EDITION 2      /* as in __init__.py: raised with what functions take */
#define MOST_ARRAYS 40 /* of one call */

typedef struct {
    Py_buffer views[MOST_ARRAYS];
    int count, failed, lanes_are_scenarios;
    Worlds worlds;
} Views;

static void release(Views *views) {
    while (views->count) PyBuffer_Release(&views->views[--views->count]);
}

/* What is alike along an axis has length one there, and is read again and again. */
static Py_ssize_t stride(Views *views, const Py_buffer *view, int axis, long length) {
    if (axis >= view->ndim || view->shape[axis] == 1) return 0;
    if (view->shape[axis] < length) views->failed = 1;
    return view->strides[axis];
}

/* An array of 8-byte numbers with axes ([time,] [family,] scenario[, draw]). */
static Array array_of(Views *views, PyObject *object, int has_time, int has_family, int writable) {
    Array found = {NULL, 0, 0, 0, 0};
    if (views->failed || object == Py_None) return found;
    Py_buffer *view = &views->views[views->count];
    if (views->count == MOST_ARRAYS ||
        PyObject_GetBuffer(object, view, writable ? PyBUF_STRIDED : PyBUF_STRIDED_RO)) {
        views->failed = 1;
        return found;
    }
    views->count++;
    int axis = has_time + has_family;
    if (view->itemsize != 8 || view->ndim < axis || view->ndim > axis + 2) {
        PyErr_Format(PyExc_ValueError, "array %d: %d axes of %zd bytes", views->count - 1,
                     view->ndim, view->itemsize);
        views->failed = 1;
        return found;
    }
    const Worlds *worlds = &views->worlds;
    int turns = axis + views->lanes_are_scenarios, lanes = axis + !views->lanes_are_scenarios;
    found.data = view->buf;
    found.time = has_time ? stride(views, view, 0, worlds->months) : 0;
    found.family = has_family ? stride(views, view, has_time, worlds->families) : 0;
    found.turn = stride(views, view, turns, worlds->turns);
    found.lane = stride(views, view, lanes, worlds->lanes);
    if (views->failed) PyErr_Format(PyExc_ValueError, "array %d is too short", views->count - 1);
    return found;
}

/* Shape of `out`: (time, [family,] scenario[, draw]). The longer of the last two goes by lanes. */
static int worlds_of(PyObject *out, int has_family, Views *views) {
    Worlds *worlds = &views->worlds;
    Py_buffer view;
    if (PyObject_GetBuffer(out, &view, PyBUF_STRIDED_RO)) return -1;
    int axis = 1 + has_family;
    if (view.ndim < axis) {
        PyBuffer_Release(&view);
        PyErr_SetString(PyExc_ValueError, "too few axes");
        return -1;
    }
    long scenarios = view.ndim > axis ? (long)view.shape[axis] : 1;
    long draws = view.ndim > axis + 1 ? (long)view.shape[axis + 1] : 1;
    views->lanes_are_scenarios = draws == 1;
    worlds->months = (long)view.shape[0];
    worlds->families = has_family ? (long)view.shape[1] : 1;
    worlds->turns = draws == 1 ? 1 : scenarios;
    worlds->lanes = draws == 1 ? scenarios : draws;
    PyBuffer_Release(&view);
    return 0;
}

static PyObject *finished(Views *views, int failed) {
    int refused = views->failed;
    release(views);
    if (refused) return NULL;
    if (failed) return PyErr_NoMemory();
    Py_RETURN_NONE;
}

#define TIME 1
#define FAMILY 2
#define OUT 4

/* What is missing at the end is as None: not there. */
static Array named(Views *views, PyObject *tuple, int index, int axes) {
    PyObject *object = index < PyTuple_Size(tuple) ? PyTuple_GetItem(tuple, index) : Py_None;
    return array_of(views, object, !!(axes & TIME), !!(axes & FAMILY), !!(axes & OUT));
}

static PyObject *buy(PyObject *self, PyObject *args) {
    PyObject *in, *out, *left;
    if (!PyArg_ParseTuple(args, "O!O!O", &PyTuple_Type, &in, &PyTuple_Type, &out, &left))
        return NULL;
    Views views = {.count = 0};
    PyObject *got = PyTuple_GetItem(out, 0);
    if (!got || worlds_of(got, 1, &views)) return NULL;
    Plan plan;
    const struct { Array *array; int axes; } inputs[] = {
        {&plan.target, TIME}, {&plan.use, TIME | FAMILY}, {&plan.peak_per_watt, TIME | FAMILY},
        {&plan.mix, TIME | FAMILY}, {&plan.it_limit, TIME}, {&plan.budget, TIME},
        {&plan.supplied, TIME | FAMILY}, {&plan.firm, TIME | FAMILY}, {&plan.may, TIME | FAMILY},
        {&plan.substitution, 0}, {&plan.initial_watts, FAMILY}, {&plan.initial_peak, FAMILY},
        {&plan.initial_alive, TIME}, {&plan.life, 0}, {&plan.threshold, 0},
        {&plan.most_per_month, 0}, {&plan.begins, 0}};
    for (int i = 0; i < (int)(sizeof inputs / sizeof *inputs); i++)
        *inputs[i].array = named(&views, in, i, inputs[i].axes);
    Bought bought;
    const struct { Array *array; int axes; } outputs[] = {
        {&bought.got, TIME | FAMILY}, {&bought.entered, TIME | FAMILY},
        {&bought.taken, TIME | FAMILY}, {&bought.wanted, TIME}, {&bought.within_power, TIME},
        {&bought.within_budget, TIME}, {&bought.repowered, TIME}};
    for (int i = 0; i < (int)(sizeof outputs / sizeof *outputs); i++)
        *outputs[i].array = named(&views, out, i, outputs[i].axes | OUT);
    Removed removed;
    Array *removals[] = {
        &removed.head, &removed.part, &removed.watts_alive, &removed.peak_alive,
        &removed.watts_through, &removed.peak_through,
        &removed.peak_through_rest, &removed.peak_rest, &removed.peak_of_lots};
    for (int i = 0; left != Py_None && i < (int)(sizeof removals / sizeof *removals); i++)
        *removals[i] = named(&views, left, i, TIME | FAMILY | OUT);
    int failed = 0;
    if (!views.failed) {
        Py_BEGIN_ALLOW_THREADS
        failed = buy_all(&plan, &bought, left == Py_None ? NULL : &removed, &views.worlds);
        Py_END_ALLOW_THREADS
    }
    return finished(&views, failed);
}

static PyObject *stock(PyObject *self, PyObject *args) {
    PyObject *out, *delivered, *initial, *life, *wait;
    int by_family;
    if (!PyArg_ParseTuple(args, "OOOOOp", &out, &delivered, &initial, &life, &wait, &by_family))
        return NULL;
    Views views = {.count = 0};
    if (worlds_of(out, by_family, &views)) return NULL;
    Stock asked = {.out = array_of(&views, out, 1, by_family, 1)};
    asked.delivered = array_of(&views, delivered, 1, by_family, 0);
    asked.initial = array_of(&views, initial, 1, by_family, 0);
    asked.life = array_of(&views, life, 0, 0, 0);
    asked.wait = array_of(&views, wait, 0, 1, 0);
    int failed = 0;
    if (!views.failed) {
        Py_BEGIN_ALLOW_THREADS
        failed = add_up_all(&asked, &views.worlds);
        Py_END_ALLOW_THREADS
    }
    return finished(&views, failed);
}

static PyObject *queued(PyObject *self, PyObject *args) {
    PyObject *out, *delivered, *initial, *head, *part;
    Queued asked;
    if (!PyArg_ParseTuple(args, "OOOOOp", &out, &delivered, &initial, &head, &part,
                          &asked.leaving))
        return NULL;
    Views views = {.count = 0};
    if (worlds_of(out, 1, &views)) return NULL;
    asked.out = array_of(&views, out, 1, 1, 1);
    asked.delivered = array_of(&views, delivered, 1, 1, 0);
    asked.initial = array_of(&views, initial, 0, 1, 0);
    asked.head = array_of(&views, head, 1, 1, 0);
    asked.part = array_of(&views, part, 1, 1, 0);
    int failed = 0;
    if (!views.failed) {
        Py_BEGIN_ALLOW_THREADS
        failed = follow_all(&asked, &views.worlds);
        Py_END_ALLOW_THREADS
    }
    return finished(&views, failed);
}

static PyObject *serving(PyObject *self, PyObject *args) {
    PyObject *out, *wait, *sums;
    if (!PyArg_ParseTuple(args, "OOO!", &out, &wait, &PyTuple_Type, &sums)) return NULL;
    Views views = {.count = 0};
    if (worlds_of(out, 1, &views)) return NULL;
    Serving asked = {.out = array_of(&views, out, 1, 1, 1)};
    asked.wait = array_of(&views, wait, 0, 1, 0);
    asked.through = named(&views, sums, 0, TIME | FAMILY);
    asked.through_rest = named(&views, sums, 1, TIME | FAMILY);
    asked.gone = named(&views, sums, 2, TIME | FAMILY);
    asked.gone_rest = named(&views, sums, 3, TIME | FAMILY);
    if (!views.failed) {
        Py_BEGIN_ALLOW_THREADS
        serve_all(&asked, &views.worlds);
        Py_END_ALLOW_THREADS
    }
    return finished(&views, 0);
}

static PyObject *take_over(PyObject *self, PyObject *args) {
    PyObject *out, *older, *newer, *month, *available, *ramp;
    if (!PyArg_ParseTuple(args, "OOOOOO", &out, &older, &newer, &month, &available, &ramp))
        return NULL;
    Views views = {.count = 0};
    if (worlds_of(out, 1, &views)) return NULL;
    TakeOver asked = {.out = array_of(&views, out, 1, 1, 1), .attributes = views.worlds.months};
    asked.older = array_of(&views, older, 1, 1, 0);
    asked.newer = array_of(&views, newer, 1, 1, 0);
    asked.month = array_of(&views, month, 0, 1, 0);
    asked.available = array_of(&views, available, 0, 0, 0);
    asked.ramp = array_of(&views, ramp, 0, 0, 0);
    if (!views.failed) {
        Py_BEGIN_ALLOW_THREADS
        take_over_all(&asked, &views.worlds);
        Py_END_ALLOW_THREADS
    }
    return finished(&views, 0);
}

static PyObject *weighted(PyObject *self, PyObject *args) {
    PyObject *out, *weight, *counted, *factors;
    if (!PyArg_ParseTuple(args, "OOO!O!", &out, &weight, &PyTuple_Type, &counted, &PyTuple_Type,
                          &factors))
        return NULL;
    Views views = {.count = 0};
    if (worlds_of(out, 0, &views)) return NULL;
    Sum asked = {.out = array_of(&views, out, 1, 0, 1)};
    asked.weight = array_of(&views, weight, 0, 1, 0);
    asked.count = (int)PyTuple_Size(factors);
    asked.families = (int)PyTuple_Size(counted);
    if (asked.count < 1 || asked.count > MOST_FACTORS || asked.families > MOST_COUNTED) {
        PyErr_SetString(PyExc_ValueError, "too many factors or families");
        views.failed = 1;
    }
    for (int i = 0; !views.failed && i < asked.count; i++)
        asked.factors[i] = named(&views, factors, i, TIME | FAMILY);
    for (int i = 0; !views.failed && i < asked.families; i++)
        asked.counted[i] = PyLong_AsLong(PyTuple_GetItem(counted, i));
    if (!views.failed) {
        Py_BEGIN_ALLOW_THREADS
        multiply_all(&asked, &views.worlds);
        Py_END_ALLOW_THREADS
    }
    return finished(&views, 0);
}

static PyMethodDef functions[] = {
    {"buy", buy, METH_VARARGS, NULL},
    {"stock", stock, METH_VARARGS, NULL},
    {"queued", queued, METH_VARARGS, NULL},
    {"serving", serving, METH_VARARGS, NULL},
    {"take_over", take_over, METH_VARARGS, NULL},
    {"weighted", weighted, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL}};

static struct PyModuleDef module = {
    PyModuleDef_HEAD_INIT, "_loops", NULL, -1, functions, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit__loops(void) {
    PyObject *made = PyModule_Create(&module);
    if (made && PyModule_AddIntConstant(made, "EDITION", EDITION)) {
        Py_DECREF(made);
        return NULL;
    }
    return made;
}
