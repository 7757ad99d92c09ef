import { formatYen, subtractYen } from '../../kernel/yen.js';
import type { Book, Difference, Matter } from './books.js';

const BOOK: Readonly<Record<Book, string>> = {
  ledger: '予算台帳',
  postings: '予算台帳の記録の合計',
  grants: '交付決定',
  payments: '支払の記録',
  files: 'ファイルの中身',
  refunds: '返還の記録',
  proposals: '企画提案の採択',
  closing: '閉鎖の記録',
  assessments: '調定',
};

const MATTER: Readonly<Record<Matter, string>> = {
  ceiling: '予算現額',
  allotted: '配当額',
  reserved: '起案中の額',
  committed: '負担行為済額',
  ordered: '命令済額',
  paid: '支払済額',
  returned: '戻入額',
  lapsed: '不用とした額',
  'bank-file': '振込データの額',
  'accounting-export': '財務会計へのファイルの額',
  'paid-list': '支払済一覧の額',
  revenue: '歳入の収入済額',
  receipt: '領収の額と内訳',
};

/** `R8-S0012 大原校区まちづくり協議会：支払済額が合いません。予算台帳 630,000円、支払の記録 0円（差 630,000円）`. */
export function differenceInWords({ matter, subject, left, right, unreadable }: Difference): string {
  if (unreadable) return `${subject.label}：保存したファイルが失われたか、書き換えられたか、読めません。`;
  const gap = subtractYen(left.amount, right.amount);
  const sides = `${BOOK[left.book]} ${formatYen(left.amount)}、${BOOK[right.book]} ${formatYen(right.amount)}`;
  return `${subject.label}：${MATTER[matter]}が合いません。${sides}（差 ${formatYen(gap)}）`;
}
