import { subtractYen, sumYen, ZERO_YEN, type Yen } from '../../kernel/yen.js';
import type {
  Book,
  Books,
  Difference,
  FileInBooks,
  HeldByGrant,
  LineInLedger,
  Matter,
  OrderInBooks,
  RevenueInBooks,
  Side,
} from './books.js';

/** One budget line with the same figure from every book that knows it. */
export interface LineProof extends LineInLedger {
  readonly committed: { readonly ledger: Yen; readonly grants: Yen };
  readonly ordered: { readonly ledger: Yen; readonly payments: Yen };
  readonly paid: { readonly ledger: Yen; readonly payments: Yen; readonly files: Yen };
  readonly returned: { readonly ledger: Yen; readonly refunds: Yen };
  /** 不用 of the closing: what was committed and never ordered. */
  readonly lapsed: { readonly ledger: Yen; readonly closing: Yen };
}

/** What came of a subject in a year is assessed, and no more than that. */
export interface RevenueProof extends Omit<RevenueInBooks, 'demandId' | 'label'> {
  readonly balanced: boolean;
}

export interface Proof {
  readonly balanced: boolean;
  readonly lines: readonly LineProof[];
  /** 歳入 by year and subject. */
  readonly revenue: readonly RevenueProof[];
  readonly differences: readonly Difference[];
}

/** Proves that ledger, grants, payments, files and refunds agree to the yen, and names each difference. */
export function prove(books: Books): Proof {
  const differences = [
    ...books.ledgerFaults,
    ...grantDifferences(books),
    ...orderDifferences(books),
    ...returnDifferences(books),
    ...lapseDifferences(books),
    ...fileDifferences(books),
    ...revenueDifferences(books),
  ];
  const inFiles = paidByFiles(books.files);
  const lines = books.lines.map((line) => proofOfLine(line, books, inFiles));
  return { balanced: differences.length === 0, lines, revenue: proofOfRevenue(books.revenue), differences };
}

/**
 * What the ledger must hold for a grant: the amount in force, or what was ordered beyond it and has not come back, as an
 * overpayment stays an expense until it is returned. In a closed year what was never ordered has lapsed, whatever is in force.
 */
export function committedFor(
  inForce: Yen,
  held: Pick<HeldByGrant, 'ordered' | 'returned'> | undefined,
  closed: boolean,
): Yen {
  const bound = held ? subtractYen(held.ordered, held.returned) : ZERO_YEN;
  return closed || bound > inForce ? bound : inForce;
}

const closedIn = ({ lines }: Books): ReadonlySet<string> =>
  new Set(lines.filter(({ closed }) => closed).map(({ id }) => id));

function grantDifferences(books: Books): Difference[] {
  const { grants, held } = books;
  const closed = closedIn(books);
  const byGrant = new Map(held.map((each) => [keyOf(each.lineId, each.grantId), each]));
  const known = new Set(grants.map(({ lineId, id }) => keyOf(lineId, id)));
  const differences = grants.flatMap((grant): Difference[] => {
    const ledger = byGrant.get(keyOf(grant.lineId, grant.id));
    const subject = { kind: 'grant', id: grant.id, label: grant.label };
    const reserved = ledger?.reserved ?? ZERO_YEN;
    const mayReserve = reserved === 0n ? ZERO_YEN : (grant.proposed ?? ZERO_YEN);
    const of = (matter: Matter, left: Yen, right: Yen) =>
      compare({ matter, lineId: grant.lineId, subject, left: ['ledger', left], right: ['grants', right] });
    return [
      ...of('reserved', reserved, mayReserve),
      ...of('committed', ledger?.committed ?? ZERO_YEN, committedFor(grant.inForce, ledger, closed.has(grant.lineId))),
    ];
  });
  const unknown = held
    .filter(
      ({ grantId, lineId, reserved, committed }) =>
        !known.has(keyOf(lineId, grantId)) && (reserved !== 0n || committed !== 0n),
    )
    .map(({ grantId, label, lineId, reserved, committed }): Difference => ({
      matter: committed === 0n ? 'reserved' : 'committed',
      lineId,
      subject: { kind: 'grant', id: grantId, label },
      left: { book: 'ledger', amount: committed === 0n ? reserved : committed },
      right: { book: 'grants', amount: ZERO_YEN },
    }));
  return [...differences, ...unknown];
}

function orderDifferences({ orders, postedOrders }: Books): Difference[] {
  const posted = new Map(postedOrders.map((each) => [keyOf(each.lineId, each.orderId), each]));
  const known = new Set(orders.map(({ lineId, id }) => keyOf(lineId, id)));
  const ghosts = postedOrders
    .filter(({ lineId, orderId }) => !known.has(keyOf(lineId, orderId)))
    .map(({ orderId: id, label, lineId }) => ({ id, label, lineId, ordered: ZERO_YEN, paid: ZERO_YEN }));
  return [...orders, ...ghosts].flatMap(({ id, label, lineId, ordered, paid }) => {
    const subject = { kind: 'payment-order', id, label };
    const ledger = posted.get(keyOf(lineId, id));
    return (['ordered', 'paid'] as const).flatMap((matter) =>
      compare({
        ...{ matter, lineId, subject, left: ['ledger', ledger?.[matter] ?? ZERO_YEN] },
        right: ['payments', matter === 'ordered' ? ordered : paid],
      }),
    );
  });
}

function returnDifferences({ returns, postedReturns }: Books): Difference[] {
  const posted = new Map(postedReturns.map((each) => [keyOf(each.lineId, each.receiptId), each]));
  const known = new Set(returns.map(({ lineId, receiptId }) => keyOf(lineId, receiptId)));
  const ghosts = postedReturns
    .filter(({ lineId, receiptId }) => !known.has(keyOf(lineId, receiptId)))
    .map((each) => ({ ...each, returned: ZERO_YEN }));
  return [...returns, ...ghosts].flatMap(({ receiptId, label, lineId, returned }) =>
    compare({
      ...{ matter: 'returned', lineId, subject: { kind: 'refund', id: receiptId, label } },
      ...{ left: ['ledger', posted.get(keyOf(lineId, receiptId))?.returned ?? ZERO_YEN], right: ['refunds', returned] },
    }),
  );
}

function lapseDifferences({ lapses, postedLapses }: Books): Difference[] {
  const posted = new Map(postedLapses.map((each) => [keyOf(each.lineId, each.grantId), each]));
  const known = new Set(lapses.map(({ lineId, grantId }) => keyOf(lineId, grantId)));
  const ghosts = postedLapses
    .filter(({ lineId, grantId }) => !known.has(keyOf(lineId, grantId)))
    .map((each) => ({ ...each, amount: ZERO_YEN }));
  return [...lapses, ...ghosts].flatMap(({ grantId, label, lineId, amount }) =>
    compare({
      ...{ matter: 'lapsed', lineId, subject: { kind: 'grant', id: grantId, label } },
      ...{ left: ['ledger', posted.get(keyOf(lineId, grantId))?.amount ?? ZERO_YEN], right: ['closing', amount] },
    }),
  );
}

function fileDifferences(books: Books): Difference[] {
  const orders = new Map(books.orders.map((order) => [order.id, order]));
  const inFiles = paidByFiles(books.files);
  const missing = books.orders.flatMap(({ id, label, lineId, paid, withoutFile }) =>
    paid === 0n || withoutFile || inFiles.has(id)
      ? []
      : compare({
          ...{ matter: 'paid', lineId, subject: { kind: 'payment-order', id, label } },
          ...{ left: ['payments', paid], right: ['files', ZERO_YEN] },
        }),
  );
  return [...books.files.flatMap((file) => oneFile(file, orders)), ...missing];
}

/** Nothing comes in as 歳入 that is not assessed, and a receipt is the sum of its parts. */
function revenueDifferences({ revenue, unevenReceipts }: Books): Difference[] {
  const subjectOf = ({ demandId: id, label }: { demandId: string; label: string }) => ({ kind: 'refund', id, label });
  return [
    ...revenue.filter(isMoreThanAssessed).flatMap((line) =>
      compare({
        ...{ matter: 'revenue', lineId: null, subject: subjectOf(line) },
        ...{ left: ['refunds', line.received], right: ['assessments', line.assessed] },
      }),
    ),
    ...unevenReceipts.flatMap((receipt) =>
      compare({
        ...{ matter: 'receipt', lineId: null, subject: subjectOf(receipt) },
        ...{ left: ['refunds', receipt.amount], right: ['assessments', receipt.parts] },
      }),
    ),
  ];
}

const isMoreThanAssessed = ({ assessed, received }: RevenueInBooks): boolean => received > assessed;

function proofOfRevenue(revenue: readonly RevenueInBooks[]): RevenueProof[] {
  const keyOfLine = ({ fiscalYear, subject }: RevenueInBooks): string => `${String(fiscalYear)} ${subject}`;
  const firsts = new Map(revenue.toReversed().map((line) => [keyOfLine(line), line]));
  return [...firsts].map(([key, first]): RevenueProof => {
    const lines = revenue.filter((line) => keyOfLine(line) === key);
    const sum = (of: (line: RevenueInBooks) => Yen): Yen => sumYen(lines.map(of));
    return {
      ...{ fiscalYear: first.fiscalYear, subject: first.subject, balanced: !lines.some(isMoreThanAssessed) },
      ...{ assessed: sum((line) => line.assessed), received: sum((line) => line.received) },
      ...{ paidBack: sum((line) => line.paidBack), writtenOff: sum((line) => line.writtenOff) },
      open: sum((line) => line.open),
    };
  });
}

/** The file against our record of it, and each of its lines against the order that it names. */
function oneFile(file: FileInBooks, orders: ReadonlyMap<string, OrderInBooks>): Difference[] {
  const subject = { kind: file.kind, id: file.id, label: file.name };
  const stated = file.stated?.total ?? ZERO_YEN;
  if (!file.lines) {
    const sides = {
      left: { book: 'payments', amount: stated },
      right: { book: 'files', amount: ZERO_YEN },
    } as const;
    return [{ matter: file.kind, lineId: null, subject, ...sides, unreadable: true }];
  }
  const total = sumYen(file.lines.map(({ amount }) => amount));
  const ofTotal = file.stated
    ? compare({ matter: file.kind, lineId: null, subject, left: ['payments', stated], right: ['files', total] })
    : [];
  const ofLines = file.lines.flatMap(({ orderId, number, amount }) => {
    const order = orderId === null ? undefined : orders.get(orderId);
    return compare({
      ...{ matter: file.kind, lineId: order?.lineId ?? null },
      subject: { kind: file.kind, id: file.id, label: `${file.name} ${order?.label ?? number}` },
      ...{ left: ['payments', order?.amount ?? ZERO_YEN], right: ['files', amount] },
    });
  });
  return [...ofTotal, ...ofLines];
}

/** What the newest line of a file says of each order: a transfer that came back is sent again under the same order. */
function paidByFiles(files: readonly FileInBooks[]): Map<string, Yen> {
  const lines = files.filter(({ kind }) => kind !== 'accounting-export').flatMap(({ lines }) => lines ?? []);
  return new Map(lines.flatMap(({ orderId, amount }) => (orderId === null ? [] : [[orderId, amount] as const])));
}

function proofOfLine(line: LineInLedger, books: Books, inFiles: ReadonlyMap<string, Yen>): LineProof {
  const here = <Row extends { readonly lineId: string }>(rows: readonly Row[]): Row[] =>
    rows.filter(({ lineId }) => lineId === line.id);
  const held = here(books.held);
  const byGrant = new Map(held.map((each) => [each.grantId, each]));
  const orders = here(books.orders);
  return {
    ...line,
    committed: {
      ledger: sumYen(held.map(({ committed }) => committed)),
      grants: sumYen(here(books.grants).map(({ id, inForce }) => committedFor(inForce, byGrant.get(id), line.closed))),
    },
    ordered: {
      ledger: sumYen(here(books.postedOrders).map(({ ordered }) => ordered)),
      payments: sumYen(orders.map(({ ordered }) => ordered)),
    },
    paid: {
      ledger: sumYen(here(books.postedOrders).map(({ paid }) => paid)),
      payments: sumYen(orders.map(({ paid }) => paid)),
      files: sumYen(
        orders.map(({ id, paid, withoutFile }) =>
          withoutFile ? paid : paid === 0n ? ZERO_YEN : (inFiles.get(id) ?? ZERO_YEN),
        ),
      ),
    },
    returned: {
      ledger: sumYen(here(books.postedReturns).map(({ returned }) => returned)),
      refunds: sumYen(here(books.returns).map(({ returned }) => returned)),
    },
    lapsed: {
      ledger: sumYen(here(books.postedLapses).map(({ amount }) => amount)),
      closing: sumYen(here(books.lapses).map(({ amount }) => amount)),
    },
  };
}

/** What is booked on another line than it should be differs on both. */
const keyOf = (lineId: string, id: string): string => `${lineId}/${id}`;

interface Comparison {
  readonly matter: Matter;
  readonly lineId: string | null;
  readonly subject: Difference['subject'];
  readonly left: readonly [Book, Yen];
  readonly right: readonly [Book, Yen];
}

function compare({ matter, lineId, subject, left, right }: Comparison): Difference[] {
  if (left[1] === right[1]) return [];
  const side = ([book, amount]: readonly [Book, Yen]): Side => ({ book, amount });
  return [{ matter, lineId, subject, left: side(left), right: side(right) }];
}
