import assert from 'node:assert/strict';
import { bookOf, evidenceIn, inspectHash, inspectPdf, namesOf, read, recordsOf, sumOf } from './demo-papers.mjs';
import { grantFor, grantForCost, isUnpaid, judgedCosts, partsOf } from './demo-rule.mjs';

/** From the decisions of spring to the closed year: every amount is worked out from rule and story, none is copied. */
export function yearChecks({ organizations, projects, files, year, proof, books }) {
  const payouts = bookOf(books, 'ogori', 'payouts');
  // What was prepared and never claimed was withdrawn with the closing.
  const paidClaims = ({ claims }) => claims.filter(({ state }) => state !== '取下げ');
  const claimed = sumOf(year.projects.flatMap(paidClaims).map(({ amount }) => BigInt(amount)));
  const courses = year.projects.map((line) => ({ ...courseOf(line, projects), table: evidenceIn(line.evidence) }));
  const courseWith = (act) => courses.filter(({ line: { course } }) => course[act] !== undefined);
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
          for (const { paidOn, state } of paidClaims(project)) {
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
    'the settlement goes up, comes out equal and goes down; the rest is paid as 精算払, or by a later year': () => {
      const kinds = courses.map(({ line: project, parts, determined }) => {
        const settled = paidClaims(project)
          .filter(({ part }) => part === '精算払')
          .map(({ amount }) => BigInt(amount));
        const rest = determined - sumOf(parts);
        assert.deepEqual(settled, rest > 0n && !project.course.later ? [rest] : [], project.title);
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
    'what nobody claimed lapsed with the closing, and the budget of the new year paid it: on no list is a yen of it missing':
      () => {
        const [{ line: project, parts, determined, table }, ...others] = courseWith('later');
        assert.deepEqual(others, []);
        const rest = determined - sumOf(parts);
        assert.ok(rest > 0n);
        assert.deepEqual(yenIn(table('出納閉鎖での不用'), '不用とした額'), [rest]);
        const [payment, ...more] = table('翌年度以降の支払');
        assert.deepEqual(more, []);
        assert.deepEqual([BigInt(payment['金額']), payment['支払日']], [rest, dateOf(project.course.later.paidOn)]);
        assert.ok(payment['支払日'] > '2027-05-31' && payment['支払った予算'].startsWith('過年度支出'));
        const own = payouts.filter((row) => row['債権者'] === project.organization);
        const later = own.filter((row) => row['支払の方法'] === '翌年度以降の支払');
        assert.deepEqual(yenIn(later, '金額'), [rest]);
      },
    '支払一覧 holds every payment of the year, and what later years paid': () => {
      const paid = sumOf(payouts.filter((row) => row['支払日'] !== '').map((row) => BigInt(row['金額'])));
      const later = sumOf(courseWith('later').map(({ determined, parts }) => determined - sumOf(parts)));
      assert.equal(paid, granted(organizations, 'ogori') + claimed + later);
    },
    'a tent was scrapped with the approval of the town before its restriction ended, and stays in the register': () => {
      const [{ line: project, table }, ...others] = courseWith('disposal');
      assert.deepEqual(others, []);
      const { disposal, report } = project.course;
      const item = table('備品台帳').find((row) => row['品名'] === disposal.item);
      assert.equal(BigInt(item['取得価格']), BigInt(report.costs[disposal.item]));
      assert.deepEqual([item['状態'], item['処分の方法'], item['納付を求めた額']], ['処分済み', '廃棄', '0']);
      assert.ok(item['処分を承認した日'] < item['処分制限の終わる日']);
      const [asked] = table('財産処分の申請');
      assert.deepEqual([asked['結果'], asked['処分の予定日']], ['承認', dateOf(disposal.plannedOn)]);
    },
    'what was paid beyond what was owed went back, and the record of the wrong day stays beside the right one': () => {
      const found = courses.filter(({ line: { course } }) => course.refund?.excess !== undefined);
      assert.equal(found.length, 1);
      const [{ line: project, table }] = found;
      const excess = BigInt(project.course.refund.excess);
      const receipts = table('返還金の領収');
      assert.deepEqual(yenIn(receipts, '過誤納金'), [excess]);
      const [wrong, right, ...more] = table('過誤納金の還付');
      assert.deepEqual(more, []);
      assert.deepEqual(yenIn([wrong, right], '還付した額'), [excess, excess]);
      assert.deepEqual([wrong['取消し'], right['取消し']], ['取り消した', '']);
      assert.ok(wrong['取消しの理由'] !== '' && right['還付した日'] > wrong['還付した日']);
    },
    'what was spread over two days came on them; the part that came after the closing is revenue of the new year':
      () => {
        const found = courses.filter(({ line: { course } }) => course.refund?.plan !== undefined);
        assert.equal(found.length, 1);
        const [{ line: project, back, table }] = found;
        const { parts, last } = project.course.refund.plan;
        assert.equal(sumOf(parts.map(({ amount }) => BigInt(amount))), back);
        const receipts = table('返還金の領収');
        assert.deepEqual(
          yenIn(receipts, '金額'),
          parts.map(({ amount }) => BigInt(amount)),
        );
        const booked = receipts.map((row) => [row['戻入した年度'], row['歳入とした年度']]);
        assert.deepEqual(booked, [
          ['令和8年度', ''],
          ['', '令和9年度'],
        ]);
        assert.equal(receipts[1]['領収日'], dateOf(last.receivedOn));
      },
    'the evidence tells who did what in Japan’s time, in words: no id stands in it': () => {
      for (const { line: project, table } of courses) {
        const trail = table('操作の記録');
        assert.ok(trail.length > 20, project.title);
        for (const row of trail) {
          assert.match(row['日時'], /^202[67]-\d\d-\d\d \d\d:\d\d$/);
          const words = [row['操作'], row['対象'], row['行った人'], row['対象の番号・名前'], row['内容']];
          assert.doesNotMatch(words.join(' '), /[0-9a-f]{8}-[0-9a-f]{4}-|[{}]/, project.title);
        }
      }
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
      const returned = sumOf(year.returned.map(({ amount }) => BigInt(amount)));
      assert.equal(sent, granted(organizations, 'ogori') + claimed + returned);
    },
    'both years are closed and every book agrees with every other, line by line': () => {
      assert.equal(proof.balanced, true);
      assert.deepEqual(proof.closed.map(({ town }) => town).sort(), ['kotake', 'ogori']);
      for (const { words } of proof.closed) assert.match(words, /令和9年5月31日に閉鎖しました/);
      for (const { town, name, code, books } of proof.lines) {
        // 不用とした額 stands only where something lapsed.
        assert.equal(books.length, town === 'ogori' && code.endsWith('-19') ? 5 : 4, name);
        for (const { figure, amounts } of books)
          assert.equal(new Set(Object.values(amounts)).size, 1, `${name} ${figure}`);
      }
    },
    'what came in as revenue is assessed, to the yen, and nothing of it is left to pay': () => {
      assert.ok(proof.revenue.some(({ subject }) => subject === '加算金'));
      for (const { subject, assessed, received, open } of proof.revenue)
        assert.deepEqual([received, open], [assessed, '0'], subject);
    },
    'the proof holds what the grants and payments of the story come to': () => {
      const operating = { ogori: line('ogori', '-18'), kotake: line('kotake', '-18') };
      for (const [town, figures] of Object.entries(operating)) {
        const whole = granted(organizations, town).toString();
        const { committed, ordered, paid, returned } = figures;
        assert.deepEqual([committed, ordered, paid, returned], [whole, whole, whole, '0'], town);
      }
      const { reserved, committed, ordered, paid, returned } = line('ogori', '-19');
      assert.deepEqual([BigInt(reserved), BigInt(ordered), BigInt(paid)], [0n, claimed, claimed]);
      // What came back before the closing is spent no more: 戻入.
      const late = sumOf(courses.map(({ line: { course } }) => BigInt(course.refund?.plan?.last.amount ?? 0)));
      const back = sumOf(courses.map(({ back: yen }) => yen)) - late;
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
  const { dueOn, receivedOn, amount, excess = 0, plan } = course.refund;
  const slips = [amount, ...(plan ? [plan.last.amount] : [])].map(BigInt);
  const advances = claims.filter(({ part }) => part.startsWith('概算払'));
  const received = parts.map((yen, index) => ({ yen, on: dayOf(advances[index].paidOn) }));
  const addition = course.revocation ? chargeOf(lastFirst(received, back, dayOf(receivedOn))) : 0n;
  // Spread over days, nothing is late that comes by its own.
  const late = plan ? 0n : chargeOf([{ yen: back, days: Math.max(0, dayOf(receivedOn) - dayOf(dueOn)) }]);
  const asked = (name) => BigInt(refund.parts.find(({ part }) => part === name)?.asked ?? 0);
  assert.equal(BigInt(refund.amount), back, `${title}: 返還金`);
  assert.deepEqual([asked('加算金'), asked('延滞金')], [addition, late], `${title}: 加算金と延滞金`);
  assert.equal(sumOf(slips), back + addition + late + BigInt(excess), `${title}: 領収額`);
  assert.deepEqual(
    refund.receipts.map((receipt) => BigInt(receipt.amount)),
    slips,
  );
  assert.equal(refund.state, '完納', title);
  assert.ok(refund.parts.every(({ asked: owed, paid, open }) => owed === paid && open === '0'));
  const dunned = course.refund.dunnedUntil !== undefined;
  assert.deepEqual(
    refund.acts,
    [...(dunned ? ['督促'] : []), ...(plan ? ['履行延期・分割'] : [])],
    `${title}: 督促・分割`,
  );
  assert.ok(refund.letters.length >= (dunned || plan ? 2 : 1), `${title}: 督促状・承認通知書`);
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

const yenIn = (rows, column) => rows.map((row) => BigInt(row[column]));

/** `令和8年11月16日` as `2026-11-16`. */
const dateOf = (era) => new Date(dayOf(era) * 86_400_000).toISOString().slice(0, 10);

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
