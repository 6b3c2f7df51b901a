/* What the parts of the program share; `tables.h` is written from the tables when it is built. */
#include <math.h>
#include <string.h>

#include "tables.h" /* the Scenario, a double for each value; names of kinds and of columns */

#define FAMILY for (int f = 0; f < FAMILIES; f++)
#define LONGEST 512 /* months, with those that planning looks ahead */
#define HOURS 730.5
#define NEAR 1e-9

/* What no luck touches, by month. */
typedef struct {
    double revenue[LONGEST], per_revenue[LONGEST], luck_years[LONGEST], training[LONGEST];
    double shock[LONGEST], power_kept[LONGEST], energy[LONGEST], rent_of_watt[LONGEST];
    double discount[LONGEST], rent_of_chip, annuity, facility_annuity, grid_delay;
    struct {
        double mix[LONGEST], eflops[LONGEST], level[LONGEST], ordinary[LONGEST];
        double contracted[LONGEST], firm[LONGEST], paid[LONGEST];
        double supply_kept[LONGEST], base_kept[LONGEST];
        double late, generations[MOST_ROWS][5]; /* available, tops, watts, capex, rent */
        int count;
    } of[FAMILIES];
} Shared;

/* What chance adds, each (group of worlds, ..., world). */
typedef struct {
    const double *log_growth, *log_efficiency, *rebound, *log_price, *slip, *grid_delay;
    const double *site_delay, *site_built, *supply_kept, *base_kept;
} Luck;

extern Shared shared;
void share(const Scenario *p, int months, int seen);

static inline double least(double a, double b) { return a < b ? a : b; }
static inline double most(double a, double b) { return a > b ? a : b; }
static inline double within(double x, double a, double b) { return least(most(x, a), b); }
