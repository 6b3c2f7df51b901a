// What is read, and what a delivery and a month are before anything is bought.
"use strict";
const fs = require("fs");
const path = require("path");

const folder = process.argv[2];
const input = JSON.parse(fs.readFileSync(path.join(folder, "input.json"), "utf8"));
const p = input.scenario;
const at = input.at; // number of each column
const kinds = input.kinds; // of events
const { families: F, worlds: W, months: T } = input;
const bytes = fs.readFileSync(path.join(folder, "luck.f64"));
const numbers = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8);
const luck = {}; // each (world, ...)
let begin = 0;
for (const [name, size] of input.luck) luck[name] = numbers.subarray(begin, (begin += size * W));
const out = input.wanted.map((wanted) => (wanted ? new Float64Array(T * W) : null));

const HOURS = 730.5;
const NEAR = 1e-9;
const { min, max, exp, log, log1p, expm1, pow } = Math;
const later = p.later_compute_growth === null ? Infinity : p.later_compute_growth;
const budget = p.investment_budget_bn_per_year === null ? Infinity : p.investment_budget_bn_per_year;
const ahead = p.plan_ahead_months;
const life = p.life_months;
const clip = (x) => min(max(x, 0), 1);
const ramp = (t, first, last) => (last <= first ? +(t >= last) : clip((t - first) / (last - first)));
const fading = (y, half) => (half > 0 ? (half / Math.LN2) * (1 - pow(2, -y / half)) : 0);
const annuity = (rate, n) => (rate !== 0 ? rate / -expm1(-n * log1p(rate)) : 1 / n);
const line = (n = T) => new Float64Array(n);
const each = (make) => Array.from({ length: F }, (_, f) => make(f));
const put = (column, place, value) => {
  if (out[column] !== null) out[column][place] = value;
};

// What no luck touches: sections 1 to 7 of the specification, by month.
const shared = {
  revenue: line(T + ahead), perRevenue: line(T + ahead), luckYears: line(T + ahead),
  training: line(T + ahead), shock: line(), powerKept: line(), energy: line(), discount: line(), supply: line(), software: line(),
  mix: each(() => line()), eflops: each(() => line()), level: each(() => line()),
  ordinary: each(() => line()), contracted: each(() => line()), firm: each(() => line()),
  paid: each(() => line()), supplyKept: each(() => line()), baseKept: each(() => line()),
  generations: [], late: line(F), delay: 0,
};

function generations(f) {
  const found = p.chips.filter((chip) => chip[0] === f).map((chip) => chip.slice(1));
  const years = p.cadence_months / 12;
  const watts = pow(p.watts_per_chip_growth, years);
  const tops = pow(p.perf_per_watt_growth * p.watts_per_chip_growth, years);
  const price = tops / pow(p.price_performance_growth, years);
  for (let last = found.at(-1); last[0] + p.cadence_months < T; last = found.at(-1)) {
    const [available, ...rest] = last;
    const factors = [tops, watts, price, price];
    found.push([available + p.cadence_months, ...rest.map((x, i) => x * factors[i])]);
  }
  return found;
}

function share() {
  const s = shared;
  const anchors = p.revenue_anchors;
  const [last, level] = anchors.at(-1);
  const longrun = log(p.revenue_growth_longrun);
  const excess = log(p.revenue_growth) - longrun;
  const history = fading(max(0, p.as_of - last) / 12, p.growth_half_life_years);
  const before = log(p.algorithmic_efficiency) * (p.rebound - 1);
  for (let i = 0; i + 1 < anchors.length; i++) {
    const [[from, low], [to, high]] = [anchors[i], anchors[i + 1]];
    for (let t = from; t < to && t < T + ahead; t++) {
      const part = (t - from) / (to - from);
      s.revenue[t] = exp((1 - part) * log(low) + part * log(high));
    }
  }
  for (let t = last; t < T + ahead; t++) {
    const years = (t - last) / 12;
    const faded = fading(years, p.growth_half_life_years);
    s.revenue[t] = level * exp(years * longrun + excess * faded);
    s.luckYears[t] = max(0, faded - history);
  }
  const monthly = exp(before / 12);
  let kept = p.intensity;
  const turned = p.training_share_end - p.training_share_start;
  for (let t = 0; t < T + ahead; t++) {
    s.training[t] = p.training_share_start + turned * ramp(t, 0, p.training_share_end_month);
    s.perRevenue[t] = kept / (1 - s.training[t]);
    if (t < p.as_of) kept *= monthly;
  }
  const rate = expm1(log1p(p.wacc) / 12);
  s.annuity = annuity(rate, life);
  s.facilityAnnuity = annuity(rate, p.facility_life_months);
  const dearer = pow(1 + p.electricity_escalation, 1 / 12);
  let energy = ((p.load_factor * p.pue * HOURS) / 1000) * p.electricity_usd_per_kwh;
  let discount = 1;
  for (let t = 0; t < T; t++) {
    s.shock[t] = s.powerKept[t] = 1;
    s.supply[t] = fading(t / 12, p.supply_half_life_years);
    s.software[t] = fading(max(0, t - p.as_of) / 12, p.software_half_life_years);
    s.energy[t] = energy;
    s.discount[t] = discount;
    energy *= dearer;
    discount /= 1 + rate;
  }
  for (let f = 0; f < F; f++) {
    s.generations[f] = generations(f);
    s.late[f] = p.generation_slip_months[f];
    const monthly = log(p.supply_growth_longrun) / 12;
    const first = log(p.supply_growth[f]) - 12 * monthly;
    const gain = log(p.software_gain[f]);
    const dearer = pow(p.chip_price_growth[f], 1 / 12);
    let price = p.chip_price_factor[f];
    for (let t = 0; t < T; t++) {
      const part = ramp(t, p.mix_from_month, p.mix_month);
      const own = s.training[t] * p.mfu_training[f] + (1 - s.training[t]) * p.mfu_serving[f];
      const software = gain !== 0 ? exp(gain * s.software[t]) : 1;
      s.mix[f][t] = (1 - part) * p.mix_start[f] + part * p.mix[f];
      s.ordinary[f][t] =
        (p.supply_chips_per_year[f] / 12) *
        exp(t * monthly + first * s.supply[t]);
      s.eflops[f][t] = 1e-6 * min(1, own * software) * p.availability;
      s.level[f][t] = 1;
      if (t >= p.as_of) {
        s.level[f][t] = price;
        price *= dearer;
      }
      s.contracted[f][t] = s.firm[f][t] = s.paid[f][t] = 0;
      s.supplyKept[f][t] = s.baseKept[f][t] = 1;
    }
  }
  for (const [f, start, length, gw, firm, factor] of p.contracts) {
    for (let t = max(start, 0); t < min(start + length, T); t++) {
      s.contracted[f][t] += (gw * 1e9) / length;
      s.firm[f][t] += ((gw * 1e9) / length) * firm;
      s.paid[f][t] += ((gw * 1e9) / length) * factor;
    }
  }
  s.delay = p.grid_delay_months;
  for (const [kind, scope, start, length, severity] of p.events) {
    if (kind === kinds.grid_delay) s.delay += length;
    for (let f = 0; f < F; f++)
      if (kind === kinds.generation_slip && (scope < 0 || scope === f)) s.late[f] += length;
    for (let t = max(start, 0); t < min(start + length, T); t++) {
      if (kind === kinds.power_outage) s.powerKept[t] *= 1 - severity;
      if (kind === kinds.demand_shock) s.shock[t] *= 1 - severity * (1 - (t - start) / length);
      for (let f = 0; f < F; f++) {
        if (scope >= 0 && scope !== f) continue;
        if (kind === kinds.supply_stop) s.supplyKept[f][t] *= 1 - severity;
        if (kind === kinds.base_loss) s.baseKept[f][t] *= 1 - severity;
        if (kind === kinds.price_shock) s.level[f][t] *= 1 + severity;
      }
    }
  }
}

// One world: what a chip of each month's delivery is, what is there of it, and sums of that.
const world = {
  revenue: line(T + ahead), demand: line(T + ahead), limit: line(), sites: line(),
  of: each(() => ({
    tops: line(), watts: line(), capex: line(), rent: line(), bought: line(), alive: line(),
    idle: line(), first: { tops: 0, watts: 0, capex: 0, rent: 0, size: 0, chips: 0 },
    chipsNow: 0, topsNow: 0, wattsNow: 0, capexNow: 0, serving: 0, signedCapex: 0, signedRent: 0,
    idleRent: 0, built: 0, newWatts: 0, cap: 0, floor: 0, got: 0, old: 0, retired: 0, slack: 0,
  })),
};

function demand(w) {
  const efficiency = log(p.algorithmic_efficiency);
  const planned = (1 - p.rebound) * efficiency;
  const drawn = (1 - p.rebound - luck.rebound[w]) * (efficiency + luck.log_efficiency[w]);
  const saving = (later < Infinity ? planned - log(later) : planned) + drawn - planned;
  const monthly = exp(-saving / 12);
  let kept = 1;
  for (let t = 0; t < T + ahead; t++) {
    world.revenue[t] = shared.revenue[t] * exp(luck.log_growth[w] * shared.luckYears[t]);
    if (t > p.as_of) kept *= monthly;
    world.demand[t] = world.revenue[t] * shared.perRevenue[t] * kept;
  }
}

function power(w) {
  world.sites.fill(0);
  p.sites.forEach(([gw, start, length, own], i) => {
    const late = shared.delay + own + luck.site_delay[w * p.sites.length + i];
    const begins = start > p.as_of ? start + late : start;
    const built = gw * luck.site_built[w * p.sites.length + i];
    for (let t = max(start, 0); t < T; t++)
      world.sites[t] += built * clip((t - begins + 1) / length);
  });
  const delay = shared.delay + luck.grid_delay[w];
  for (let t = 0; t < T; t++) {
    const then = t >= p.as_of ? max(t - delay, p.as_of) : t;
    const part = ramp(then, p.power_ramp_start, p.power_ready_month);
    world.sites[t] *= shared.powerKept[t];
    world.limit[t] =
      shared.powerKept[t] *
        (p.power_start_gw + (p.power_budget_gw - p.power_start_gw) * part +
          (p.power_growth_gw_per_year / 12) * max(0, then - p.power_ready_month)) +
      world.sites[t];
  }
}

function rentFromCost(capex, watts, t) {
  const ofChip = shared.annuity + p.maintenance_share_per_year / 12;
  const ofWatt =
    p.facility_capex_usd_per_watt * shared.facilityAnnuity + shared.energy[t] +
    p.site_opex_usd_per_mw_year / 12e6;
  return ((1 + p.provider_margin) * (capex * ofChip + watts * ofWatt)) / HOURS;
}

function deliveries(w, f) {
  const own = world.of[f];
  const list = shared.generations[f];
  const length = p.generation_ramp_months;
  const late = shared.late[f] + luck.slip[w * F + f];
  const dearer = exp(luck.log_price[w * F + f]);
  for (let t = 0; t < T; t++) {
    let left = 1;
    let tops = 0;
    let watts = 0;
    let capex = 0;
    let rent = 0;
    for (let k = list.length - 1; k >= 0 && left > 0; k--) {
      const generation = list[k];
      const available = generation[0] > p.as_of ? generation[0] + late : generation[0];
      let come = 1;
      if (k > 0) come = length > 0 ? clip((t - available + 1) / length) : +(t >= available);
      const part = left * come;
      left -= part;
      tops += part * generation[1];
      watts += part * generation[2];
      capex += part * generation[3];
      rent += part * generation[4];
    }
    const cost = p.rent_basis === 1;
    if (t === 0)
      own.first = { tops, watts, capex, rent: cost ? rentFromCost(capex, watts, 0) : rent };
    const both = shared.ordinary[f][t] * watts + shared.contracted[f][t];
    let price = shared.level[f][t] * (t >= p.as_of ? dearer : 1);
    if (both > 0) price *= (shared.ordinary[f][t] * watts + shared.paid[f][t]) / both;
    own.tops[t] = tops;
    own.watts[t] = watts;
    own.capex[t] = capex * price;
    own.rent[t] = cost ? rentFromCost(capex * price, watts, t) : rent * price;
  }
}

module.exports = {
  HOURS, NEAR, F, W, T, p, at, budget, ahead, life, folder, luck, out, put, shared, world,
  share, demand, power, deliveries,
};
