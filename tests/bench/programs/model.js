// The model once more, in JavaScript, as a web page would have it: `node model.js FOLDER`.
// FOLDER has input.json (the scenario, the columns) and luck.f64; what to do comes line by line:
// `run N` and `bands N` say how long each time took [ms], `show` writes what was found.
"use strict";
const fs = require("fs");
const path = require("path");
const readline = require("readline");
const {
  HOURS, NEAR, F, W, T, p, at, budget, ahead, life, folder, luck, out, put, shared, world,
  share, demand, power, deliveries,
} = require("./inputs.js");
const { min, max } = Math;

const SHARES = [0.05, 0.25, 0.5, 0.75, 0.95];
const total = { facility: 0, npvCash: 0, npvEconomic: 0, capacity: 0, itPower: 0 };
const wattsOf = (own) => own.wattsNow + own.first.chips * own.first.watts;
const topsOf = (own) => own.topsNow + own.first.chips * own.first.tops;
const capexOf = (own) => own.capexNow + own.first.chips * own.first.capex;

function takeOut(own, v, leaving, serving) {
  own.alive[v] -= leaving;
  own.chipsNow -= leaving;
  own.topsNow -= leaving * own.tops[v];
  own.wattsNow -= leaving * own.watts[v];
  own.capexNow -= leaving * own.capex[v];
  if (serving) own.serving -= leaving * own.tops[v];
}

function retire(own, f, t) {
  const first = own.first;
  own.retired = 0;
  if (t >= 1 && t <= life) {
    own.retired = t < life ? min(first.size / life, first.chips) : first.chips;
    first.chips -= own.retired;
  }
  const v = t - life;
  if (v < 0) return;
  own.retired += own.alive[v];
  own.signedCapex -= own.bought[v] * own.capex[v];
  own.signedRent -= own.bought[v] * own.rent[v];
  own.idleRent -= own.idle[v] * own.rent[v];
  takeOut(own, v, own.alive[v], life > p.bring_up_months[f]);
}

function oldWatts(own, f, t, good) {
  const eflops = shared.eflops[f][t];
  const first = own.first;
  let found = 0;
  if (first.chips > 0) {
    if ((eflops * first.tops) / first.watts >= good) return 0;
    found = first.chips * first.watts;
  }
  for (let v = max(0, t - life + 1); v < t; v++) {
    if (!(own.alive[v] > 0)) continue;
    if ((eflops * own.tops[v]) / own.watts[v] >= good) break;
    found += own.alive[v] * own.watts[v];
  }
  return found;
}

function scrap(own, f, t, watts) {
  const first = own.first;
  const gone = min(first.chips, watts / first.watts);
  first.chips -= gone;
  own.retired += gone;
  let left = watts - gone * first.watts;
  for (let v = max(0, t - life + 1); v < t && left > 0; v++) {
    const leaving = min(own.alive[v], left / own.watts[v]);
    left -= leaving * own.watts[v];
    own.retired += leaving;
    takeOut(own, v, leaving, t - 1 - v >= p.bring_up_months[f]);
  }
}

function lacking(perWatt, t) {
  let mature = 0;
  for (let f = 0; f < F; f++) mature += shared.eflops[f][t] * topsOf(world.of[f]);
  const target = world.demand[t + ahead] * shared.shock[t] * (1 + p.reserve_margin);
  return perWatt > 0 ? max(0, target - mature) / perWatt : 0;
}

// Section 5, steps 1 to 8
function deliver(w, t) {
  const of = world.of;
  const s = shared;
  const place = w * T + t;
  const limit = (world.limit[t] / p.peak_ratio) * 1e9;
  let now = 0;
  let perWatt = 0;
  let price = p.facility_capex_usd_per_watt;
  let floors = 0;
  let taken = 0;
  let wants = 0;
  let sum = 0;
  let slack = 0;
  let delivered = 0;
  for (let f = 0; f < F; f++) {
    const own = of[f];
    retire(own, f, t);
    const kept = s.supplyKept[f][t] * luck.supply_kept[(w * T + t) * F + f];
    now += wattsOf(own);
    perWatt += (s.mix[f][t] * s.eflops[f][t] * own.tops[t]) / own.watts[t];
    price += (s.mix[f][t] * own.capex[t]) / own.watts[t];
    own.cap = (s.ordinary[f][t] * own.watts[t] + s.contracted[f][t]) * kept;
    own.floor = s.firm[f][t] * kept;
    floors += own.floor;
  }
  let wanted = lacking(perWatt, t);
  const affordable = price > 0 ? (budget * 1e9) / 12 / price : Infinity;
  const room = max(0, limit - now);
  let mayLeave = 0;
  let allOld = 0;
  if (p.repower_threshold > 0 && t >= p.as_of && now <= limit * (1 + NEAR)) {
    let asked = 0;
    for (let f = 0; f < F; f++) {
      of[f].old = oldWatts(of[f], f, t, p.repower_threshold * perWatt * (1 - NEAR));
      allOld += of[f].old;
      asked += min(s.mix[f][t] * wanted, of[f].cap);
    }
    const short = max(0, min(wanted, affordable, asked) - room);
    mayLeave = min(short, allOld, (p.repower_share_per_year / 12) * now);
  }
  const part = floors > 0 ? min(1, (room + mayLeave) / floors) : 0;
  for (let f = 0; f < F; f++) taken += of[f].floor * part;
  const powered = max(min(wanted, room + mayLeave), taken);
  const within = max(min(powered, affordable), taken);
  for (let f = 0; f < F; f++) wants += max(0, s.mix[f][t] * within - of[f].floor * part);
  const scale = wants > 0 ? min(1, (within - taken) / wants) : 0;
  for (let f = 0; f < F; f++) {
    const own = of[f];
    const firm = own.floor * part;
    own.got = firm + min(scale * max(0, s.mix[f][t] * within - firm), own.cap - firm);
    own.idle[t] = (own.floor - firm) / own.watts[t];
    own.slack = s.mix[f][t] > 0 || p.substitute_any ? own.cap - own.got : 0;
    sum += own.got;
    slack += own.slack;
  }
  const more = slack > 0 ? min(1, (p.substitution * max(0, within - sum)) / slack) : 0;
  for (let f = 0; f < F; f++) delivered += of[f].got += of[f].slack * more;
  const leaving = min(mayLeave, max(0, delivered - room));
  if (leaving > 0) {
    for (let f = 0; f < F; f++) scrap(of[f], f, t, (of[f].old / allOld) * leaving);
    wanted = lacking(perWatt, t);
  }
  for (let f = 0; f < F; f++) {
    const own = of[f];
    const chips = own.got / own.watts[t];
    own.bought[t] = own.alive[t] = chips;
    own.newWatts = own.got;
    own.chipsNow += chips;
    own.topsNow += chips * own.tops[t];
    own.wattsNow += own.got;
    own.capexNow += chips * own.capex[t];
    own.signedCapex += chips * own.capex[t];
    own.signedRent += chips * own.rent[t];
    own.idleRent += own.idle[t] * own.rent[t];
    put(at.CHIPS_DELIVERED_BY_FAMILY + f, place, chips);
    put(at.CHIPS_RETIRED_BY_FAMILY + f, place, own.retired);
  }
  put(at.POWER_LIMIT_GW, place, world.limit[t]);
  put(at.IT_LIMIT_GW, place, limit / 1e9);
  put(at.SITE_POWER_GW, place, world.sites[t]);
  put(at.REPOWERED_IT_GW, place, leaving / 1e9);
  put(at.WANTED_IT_GW, place, wanted / 1e9);
  put(at.DELIVERED_IT_GW, place, delivered / 1e9);
  const margin = NEAR * max(wanted, 1);
  let binding = within < powered - margin ? 2 : 3;
  if (delivered < within - margin) binding = 1;
  if (delivered >= wanted - margin) binding = 0;
  put(at.BINDING, place, binding);
}

// Section 5, step 9
function serve(w, t) {
  const place = w * T + t;
  let now = 0;
  let capacity = 0;
  let tops = 0;
  let mature = 0;
  for (let f = 0; f < F; f++) now += wattsOf(world.of[f]);
  const kept = now > 0 ? min(1, ((world.limit[t] / p.peak_ratio) * 1e9) / now) : 1;
  for (let f = 0; f < F; f++) {
    const own = world.of[f];
    const v = t - p.bring_up_months[f];
    if (v >= 0) own.serving += own.alive[v] * own.tops[v];
    const reach = shared.baseKept[f][t] * luck.base_kept[(w * T + t) * F + f];
    const serving = own.serving + own.first.chips * own.first.tops;
    const found = kept * reach * shared.eflops[f][t] * serving;
    capacity += found;
    tops += topsOf(own);
    mature += shared.eflops[f][t] * topsOf(own);
    put(at.CAPACITY_EFLOPS_BY_FAMILY + f, place, found);
    put(at.CHIPS_ALIVE_BY_FAMILY + f, place, own.chipsNow + own.first.chips);
    put(at.IT_POWER_GW_BY_FAMILY + f, place, wattsOf(own) / 1e9);
    put(at.H100E_BY_FAMILY + f, place, topsOf(own) / 1979);
  }
  const asked = world.demand[t] * shared.shock[t];
  total.capacity = capacity;
  total.itPower = now / 1e9;
  put(at.IT_POWER_GW, place, now / 1e9);
  put(at.FACILITY_POWER_GW, place, (now / 1e9) * p.peak_ratio);
  put(at.MATURE_CAPACITY_EFLOPS, place, mature);
  put(at.H100E, place, tops / 1979);
  put(at.CURTAILMENT, place, kept);
  put(at.CAPACITY_EFLOPS, place, capacity);
  put(at.REVENUE_BN_PER_YEAR, place, world.revenue[t] * shared.shock[t]);
  put(at.DEMAND_EFLOPS, place, asked);
  put(at.SERVED_EFLOPS, place, min(asked, capacity));
  put(at.SHORTFALL_EFLOPS, place, asked - min(asked, capacity));
}

// Section 6
function pay(w, t) {
  const place = w * T + t;
  const bn = HOURS / 1e9;
  const left = max(0, (life - t) / life);
  const price = p.facility_capex_usd_per_watt / 1e9;
  let owned = 0;
  let newOwned = 0;
  let chips = 0;
  let rents = 0;
  let energy = 0;
  let site = 0;
  let care = 0;
  let platforms = 0;
  let idle = 0;
  let charges = 0;
  let signed = 0;
  for (let f = 0; f < F; f++) {
    owned += p.owned_share[f] * wattsOf(world.of[f]);
    newOwned += p.owned_share[f] * world.of[f].newWatts;
  }
  const before = total.facility;
  total.facility = max(before, owned);
  const facility = (total.facility - before) * price;
  const facilityCharge = total.facility * price * shared.facilityAnnuity;
  for (let f = 0; f < F; f++) {
    const own = world.of[f];
    const share = p.owned_share[f];
    const first = own.first.size * left;
    const watts = wattsOf(own);
    const chip = (share * own.bought[t] * own.capex[t]) / 1e9;
    const rent = bn * (1 - share) * (own.signedRent + first * own.first.rent);
    const power = (share * watts * shared.energy[t]) / 1e9;
    const place1 = (share * watts * p.site_opex_usd_per_mw_year) / 12e15;
    const kept = (share * capexOf(own) * p.maintenance_share_per_year) / 12e9;
    const platform = watts > 1000 ? p.platform_usd_per_year[f] / 12e9 : 0;
    const unused = bn * own.idleRent;
    const signedCapex = own.signedCapex + first * own.first.capex;
    const charge = (share * signedCapex * shared.annuity) / 1e9;
    const running = rent + power + place1 + kept + platform + unused;
    const newWatts = share * own.newWatts;
    const built = newWatts > 0 ? (facility * newWatts) / newOwned : 0;
    const leased = (1 - share) * own.bought[t] + own.idle[t];
    const commitment = chip + built + leased * own.rent[t] * bn * life;
    own.built += built;
    chips += chip;
    rents += rent;
    energy += power;
    site += place1;
    care += kept;
    platforms += platform;
    idle += unused;
    charges += charge;
    signed += commitment;
    put(at.CASH_COST_BN_BY_FAMILY + f, place, chip + built + running);
    const economicOfFamily = charge + running + own.built * shared.facilityAnnuity;
    put(at.ECONOMIC_COST_BN_BY_FAMILY + f, place, economicOfFamily);
    put(at.COMMITMENT_BN_BY_FAMILY + f, place, commitment);
  }
  const running = rents + energy + site + care + platforms + idle;
  const cash = chips + facility + running;
  const economic = charges + facilityCharge + running;
  total.npvCash += cash * shared.discount[t];
  total.npvEconomic += economic * shared.discount[t];
  put(at.CHIP_CAPEX_BN, place, chips);
  put(at.FACILITY_CAPEX_BN, place, facility);
  put(at.RENT_BN, place, rents);
  put(at.ENERGY_BN, place, energy);
  put(at.SITE_OPEX_BN, place, site);
  put(at.MAINTENANCE_BN, place, care);
  put(at.PLATFORM_BN, place, platforms);
  put(at.IDLE_COMMITMENT_BN, place, idle);
  put(at.CHIP_CAPITAL_CHARGE_BN, place, charges);
  put(at.FACILITY_CAPITAL_CHARGE_BN, place, facilityCharge);
  put(at.CASH_COST_BN, place, cash);
  put(at.ECONOMIC_COST_BN, place, economic);
  put(at.COMMITMENT_BN, place, signed);
  put(at.NPV_CASH_COST_BN, place, total.npvCash);
  put(at.NPV_ECONOMIC_COST_BN, place, total.npvEconomic);
  const { capacity, itPower } = total;
  const asked = world.demand[t] * shared.shock[t];
  const revenue = world.revenue[t] * shared.shock[t];
  const unit = capacity > 0 ? (economic * 1e9) / (capacity * 1000 * HOURS) : NaN;
  const short = asked - min(asked, capacity);
  const unserved = asked > 0 ? ((short / asked) * revenue) / 12 : 0;
  put(at.USD_PER_PFLOP_HOUR, place, unit);
  put(at.USD_PER_MILLION_TOKENS, place, (unit / 3.6e18) * 2 * p.active_params * 1e6);
  put(at.UNSERVED_REVENUE_BN, place, unserved);
  put(at.ECONOMIC_COST_PER_REVENUE, place, revenue > 0 ? (economic * 12) / revenue : NaN);
  put(at.ECONOMIC_COST_BN_PER_GW_YEAR, place, itPower > 0 ? (economic * 12) / itPower : NaN);
  const perGigawatt = itPower > 0 ? (revenue - 12 * unserved) / itPower : NaN;
  put(at.REVENUE_BN_PER_GW_YEAR, place, perGigawatt);
}

function run() {
  share();
  for (let w = 0; w < W; w++) {
    demand(w);
    power(w);
    total.npvCash = total.npvEconomic = total.facility = 0;
    for (let f = 0; f < F; f++) {
      deliveries(w, f);
      const own = world.of[f];
      const watts = p.initial_it_mw[f] * 1e6;
      own.first.size = own.first.chips = watts / own.first.watts;
      own.chipsNow = own.topsNow = own.wattsNow = own.capexNow = own.serving = 0;
      own.signedCapex = own.signedRent = own.idleRent = 0;
      own.built = (p.owned_share[f] * watts * p.facility_capex_usd_per_watt) / 1e9;
      total.facility += p.owned_share[f] * watts;
    }
    for (let t = 0; t < T; t++) {
      deliver(w, t);
      serve(w, t);
      pay(w, t);
    }
  }
}

const row = new Float64Array(W);
const spread = out.map((values) => (values === null ? null : new Float64Array(T * 6)));
const chance = new Float64Array(T);

function bands() {
  run();
  out.forEach((values, column) => {
    if (values === null) return;
    for (let t = 0; t < T; t++) {
      let n = 0;
      let sum = 0;
      for (let w = 0; w < W; w++) {
        const value = values[w * T + t];
        if (value !== value) continue;
        row[n++] = value;
        sum += value;
      }
      const known = row.subarray(0, n).sort();
      SHARES.forEach((share, q) => {
        const place = share * (n - 1);
        const low = known[Math.floor(place)];
        spread[column][t * 6 + q] = low + (known[Math.ceil(place)] - low) * (place % 1);
      });
      spread[column][t * 6 + 5] = sum / n;
    }
  });
  const short = out[at.SHORTFALL_EFLOPS];
  const asked = out[at.DEMAND_EFLOPS];
  for (let t = 0; t < T; t++) {
    let count = 0;
    for (let w = 0; w < W; w++)
      count += short[w * T + t] > p.shortfall_tolerance * asked[w * T + t] ? 1 : 0;
    chance[t] = count / W;
  }
}

function milliseconds(work, times) {
  const before = process.cpuUsage();
  for (let i = 0; i < times; i++) work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e3 / times;
}

readline.createInterface({ input: process.stdin }).on("line", (said) => {
  const [word, times] = said.split(" ");
  if (word === "run") console.log(milliseconds(run, +times));
  if (word === "bands") console.log(milliseconds(bands, +times));
  if (word === "show") {
    const found = [...out, ...spread, chance].filter((values) => values !== null);
    const all = found.map((values) => Buffer.from(values.buffer));
    fs.writeFileSync(path.join(folder, "found.f64"), Buffer.concat(all));
    console.log("shown");
  }
});
