import assert from 'node:assert/strict';
import { inspectHash, inspectPdf, namesOf, read, recordsOf, sumOf } from './demo-papers.mjs';
import { grantFor, grantForCost, isUnpaid, judgedCosts, partsOf } from './demo-rule.mjs';

/** From the decisions of spring to the closed year: every amount is worked out from rule and story, none is copied. */
export function yearChecks({ organizations, projects, files, year, proof }) {
  const courses = year.projects.map((line) => courseOf(line, projects));
  const line = (town, code) => proof.lines.find((each) => each.town === town && each.code.endsWith(code));
  return {
    'six projects were granted, one of them after it had been on hold': () => {
      const granted = projects.filter(({ decision }) => decision?.commitment || decision?.outcome === '保留');
      assert.deepEqual(namesOf(year.projects), namesOf(granted));
      for (const { line: project, decided } of courses) assert.equal(BigInt(project.decided), decided, project.title);
    },
    'one grant was amended upwards by the rule over what is planned now, each change has its letter': () => {
      const amended = courses.filter(({ line: project }) => project.course.amendment);
      assert.equal(amended.length, 1);
      const [{ line: project, amendedTo, decided }] = amended;
      assert.deepEqual([BigInt(project.changes[0].before), BigInt(project.changes[0].after)], [decided, amendedTo]);
      assert.ok(amendedTo > decided);
      const changes = year.projects.flatMap(({ changes: all }) => all);
      assert.deepEqual(
        changes.map(({ kind }) => kind).sort(),
        ['交付決定の一部取消し', '中止・廃止承認申請', '変更承認申請'].sort(),
      );
      for (const { letter } of changes) inspectPdf(letter);
    },
    'what was determined is in force; one grant was revoked in part, one project given up': () => {
      for (const { line: project, determined } of courses) {
        assert.equal(BigInt(project.inForce), determined, project.title);
      }
      for (const act of ['revocation', 'discontinuation']) {
        assert.equal(year.projects.filter(({ course }) => course[act]).length, 1, act);
      }
    },
    '概算払 came in two parts of 5/10 and 3/10; the second made up for the amendment, none followed the discontinuation':
      () => {
        for (const { line: project, parts } of courses) {
          const advances = project.claims.filter(({ part }) => part.startsWith('概算払'));
          assert.deepEqual(
            advances.map(({ amount }) => BigInt(amount)),
            parts,
            project.title,
          );
          for (const { paidOn, state } of project.claims) {
            assert.equal(state, '振込済み', project.title);
            assert.match(paidOn, /^令和[89]年/, project.title);
          }
        }
      },
    'what was determined is the rule over the costs that count, never above what is in force': () => {
      for (const { line: project, determined } of courses) {
        assert.equal(BigInt(project.determination.amount), determined, project.title);
        const { working, letter } = project.determination;
        assert.equal(sumOf(working.map(({ yen }) => BigInt(yen))), determined, `${project.title}: working`);
        inspectPdf(letter);
      }
    },
    'the settlement goes up, comes out equal and goes down; the rest is paid as 精算払': () => {
      const kinds = courses.map(({ line: project, parts, determined }) => {
        const settled = project.claims.filter(({ part }) => part === '精算払').map(({ amount }) => BigInt(amount));
        const rest = determined - sumOf(parts);
        assert.deepEqual(settled, rest > 0n ? [rest] : [], project.title);
        return rest > 0n ? 'up' : rest === 0n ? 'equal' : 'down';
      });
      assert.deepEqual([...new Set(kinds)].sort(), ['down', 'equal', 'up']);
    },
    'what was paid beyond the amount came back; whoever was at fault paid 加算金 for each day, whoever was late 延滞金':
      () => {
        for (const { line: project, parts, back } of courses) {
          assert.equal(project.refunds.length, back > 0n ? 1 : 0, project.title);
          for (const refund of project.refunds) inspectRefund(project, refund, { parts, back });
        }
        const owed = (name) =>
          courses.filter(({ line: project }) =>
            project.refunds.some(({ parts }) => parts.some(({ part, asked }) => part === name && asked !== '0')),
          );
        for (const charge of ['加算金', '延滞金']) assert.equal(owed(charge).length, 1, charge);
        assert.equal(courses.filter(({ line: { course } }) => course.refund?.dunnedUntil !== undefined).length, 1);
      },
    'a transfer that the bank gave back was paid once more under the same order': () => {
      assert.equal(year.returned.length, 1);
      const [{ organization, amount, outcome }] = year.returned;
      assert.equal(outcome, 'もう一度支払った');
      const { claims } = year.projects.find((project) => project.organization === organization);
      assert.equal(claims.filter((claim) => claim.amount === amount).length, 1);
    },
    'the bank files pay what was claimed, and what came back a second time': () => {
      for (const transfer of year.transfers) {
        inspectHash(transfer);
        assert.equal(transfer.state, '支払済み', transfer.file);
      }
      const first = files.find(({ file }) => file.startsWith('zengin-'));
      assert.equal(year.transfers[0].sha256, first.sha256, 'the file of the first story is the same as in May');
      const sent = sumOf(
        year.transfers.flatMap(({ file }) => recordsOf(read(file)).data.map((record) => BigInt(record.slice(80, 90)))),
      );
      const claimed = sumOf(year.projects.flatMap(({ claims }) => claims.map(({ amount }) => BigInt(amount))));
      const returned = sumOf(year.returned.map(({ amount }) => BigInt(amount)));
      assert.equal(sent, granted(organizations, 'ogori') + claimed + returned);
    },
    'both years are closed and every book agrees with every other, line by line': () => {
      assert.equal(proof.balanced, true);
      assert.deepEqual(proof.closed.map(({ town }) => town).sort(), ['kotake', 'ogori']);
      for (const { words } of proof.closed) assert.match(words, /令和9年5月31日に閉鎖しました/);
      for (const { name, books } of proof.lines) {
        assert.equal(books.length, 4, name);
        for (const { figure, amounts } of books)
          assert.equal(new Set(Object.values(amounts)).size, 1, `${name} ${figure}`);
      }
    },
    'the proof holds what the grants and payments of the story come to': () => {
      const operating = { ogori: line('ogori', '-18'), kotake: line('kotake', '-18') };
      for (const [town, figures] of Object.entries(operating)) {
        const whole = granted(organizations, town).toString();
        const { committed, ordered, paid, returned } = figures;
        assert.deepEqual([committed, ordered, paid, returned], [whole, whole, whole, '0'], town);
      }
      const { reserved, committed, ordered, paid, returned } = line('ogori', '-19');
      const claimed = sumOf(year.projects.flatMap(({ claims }) => claims.map(({ amount }) => BigInt(amount))));
      assert.deepEqual([BigInt(reserved), BigInt(ordered), BigInt(paid)], [0n, claimed, claimed]);
      // What came back before the closing is spent no more: 戻入.
      const back = sumOf(courses.map(({ back: yen }) => yen));
      assert.deepEqual([BigInt(returned), BigInt(committed)], [back, claimed - back]);
    },
    'the totals are the sums of the lines, and no line is above its ceiling': () => {
      for (const [figure, total] of Object.entries(proof.totals)) {
        assert.equal(BigInt(total), sumOf(proof.lines.map((each) => BigInt(each[figure]))), figure);
      }
      for (const { name, ceiling, committed } of proof.lines) assert.ok(BigInt(committed) <= BigInt(ceiling), name);
    },
  };
}

/** The amounts that follow from the story of a project. */
function courseOf(line, projects) {
  const { planned, decision, assessed } = projects.find(({ organization }) => organization === line.organization);
  const { amendment, discontinuation, revocation, report } = line.course;
  const decided = BigInt(decision.outcome === '保留' ? assessed.amount : decision.amount);
  const now = planned.costs.map((cost) => {
    const [, times] =
      Object.entries(amendment?.quantities ?? {}).find(([remark]) => cost.remark.startsWith(remark)) ?? [];
    return times === undefined ? cost : { ...cost, times };
  });
  const amendedTo = amendment ? grantFor({ ...planned, costs: judgedCosts({ costs: now }) }) : decided;
  const inForce = revocation ? BigInt(revocation.kept) : amendedTo;
  const [first] = partsOf(decided);
  const parts = discontinuation ? [first] : [first, sumOf(partsOf(amendedTo)) - first];
  const determined = min(grantForCost(netCost(planned, report)), inForce);
  const paid = sumOf(parts);
  return { line, decided, amendedTo, parts, determined, back: paid > determined ? paid - determined : 0n };
}

/** Amount, 加算金 and 延滞金 are those of the day on which the organisation paid, and the letters are there. */
function inspectRefund({ title, claims, course }, refund, { parts, back }) {
  const { dueOn, receivedOn, amount } = course.refund;
  const advances = claims.filter(({ part }) => part.startsWith('概算払'));
  const received = parts.map((yen, index) => ({ yen, on: dayOf(advances[index].paidOn) }));
  const addition = course.revocation ? chargeOf(lastFirst(received, back, dayOf(receivedOn))) : 0n;
  const late = chargeOf([{ yen: back, days: Math.max(0, dayOf(receivedOn) - dayOf(dueOn)) }]);
  const asked = (name) => BigInt(refund.parts.find(({ part }) => part === name)?.asked ?? 0);
  assert.equal(BigInt(refund.amount), back, `${title}: 返還金`);
  assert.deepEqual([asked('加算金'), asked('延滞金')], [addition, late], `${title}: 加算金と延滞金`);
  assert.equal(BigInt(amount), back + addition + late, `${title}: 領収額`);
  assert.deepEqual(
    refund.receipts.map((receipt) => BigInt(receipt.amount)),
    [BigInt(amount)],
  );
  assert.equal(refund.state, '完納', title);
  assert.ok(refund.parts.every(({ asked: owed, paid, open }) => owed === paid && open === '0'));
  const dunned = course.refund.dunnedUntil !== undefined;
  assert.deepEqual(refund.acts, dunned ? ['督促'] : [], `${title}: 督促`);
  assert.ok(refund.letters.length >= (dunned ? 2 : 1), `${title}: 督促状`);
  refund.letters.forEach(inspectPdf);
}

/** What comes back is what came last; the days run from its receipt through its repayment, both counted. */
function lastFirst(received, back, until) {
  let left = back;
  return received.toReversed().map(({ yen, on }) => {
    const taken = min(yen, left);
    left -= taken;
    return { yen: taken, days: until - on + 1 };
  });
}

/** 10.95% a year of 365 days, added exactly and cut to 100 yen once (見本). */
function chargeOf(spans) {
  const exact = sumOf(spans.map(({ yen, days }) => yen * BigInt(days))) * 1_095n;
  const charge = exact / (365n * 10_000n);
  return charge - (charge % 100n);
}

/** `令和8年11月16日` as a number of days. */
function dayOf(era) {
  const [, year, month, day] = /^令和(\d+)年(\d+)月(\d+)日$/.exec(era);
  return Date.UTC(2018 + Number(year), Number(month) - 1, Number(day)) / 86_400_000;
}

/** What counts of the real costs, less what came in besides and what the inspection set aside. */
function netCost(planned, { costs, income, disallowed }) {
  const named = (remark) => (cost) => cost.remark.startsWith(remark);
  const judged = judgedCosts(planned);
  const eligible = Object.entries(costs).filter(([remark]) => {
    const cost = judged.find(named(remark));
    return cost.eligible === undefined ? !isUnpaid(cost) : cost.eligible === 'yes';
  });
  const other = Object.entries(income).filter(([remark]) => planned.income.some(named(remark)));
  const yenOf = (lines) => sumOf(lines.map(([, yen]) => BigInt(yen)));
  const net = yenOf(eligible) - yenOf(other) - BigInt(disallowed?.amount ?? 0);
  return net > 0n ? net : 0n;
}

const granted = (organizations, town) =>
  sumOf(organizations.filter((each) => each.town === town).map(({ amount }) => BigInt(amount)));

const min = (a, b) => (a < b ? a : b);
