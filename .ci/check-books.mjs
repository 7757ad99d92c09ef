import assert from 'node:assert/strict';
import { bookOf, inspectHash, sumOf } from './demo-papers.mjs';

const FIGURES = { 負担行為済額: 'committed', 命令済額: 'ordered', 支払済額: 'paid', 戻入額: 'returned' };

/** The books of finance, added up and joined by somebody who has nothing but the files. */
export function bookChecks({ books, proof }) {
  const towns = [...new Set(books.map(({ town }) => town))];
  const rowsOf = (town, book) => bookOf(books, town, book);
  const codeOf = (row) => ['款', '項', '目', '節'].map((part) => row[part]).join('-');
  const yenOf = (rows, column = '金額') => sumOf(rows.map((row) => BigInt(row[column] || '0')));
  return {
    'the books of finance have the noted hash': () => books.forEach(({ table }) => inspectHash(table)),
    'the postings of the ledger add up to what is proved, line by line': () => {
      for (const line of proof.lines) {
        const postings = rowsOf(line.town, 'ledger').filter((row) => line.code.startsWith(codeOf(row)));
        for (const [account, figure] of Object.entries(FIGURES)) {
          const sum = yenOf(postings.filter((row) => row.欄 === account));
          assert.equal(sum, BigInt(line[figure]), `${line.code} ${account}`);
        }
      }
    },
    'each payout leads by its order and its commitment to its postings of the same amount': () => {
      for (const town of towns) {
        const ledger = rowsOf(town, 'ledger');
        for (const payout of rowsOf(town, 'payouts').filter((row) => row.支出命令番号 !== '')) {
          const own = ledger.filter((row) => row.支出命令番号 === payout.支出命令番号);
          assert.ok(payout.支出負担行為番号 !== '' && own.length > 0, payout.支出命令番号);
          assert.deepEqual(new Set(own.map((row) => row.支出負担行為番号)), new Set([payout.支出負担行為番号]));
          assert.equal(yenOf(own.filter((row) => row.欄 === '支払済額')), payout.支払日 ? BigInt(payout.金額) : 0n);
        }
      }
    },
    '概算払整理簿: 確定額 is what was advanced, more 追給 and less 返納; nothing is left open': () => {
      for (const town of towns) {
        const advances = rowsOf(town, 'advances');
        for (const first of advances) {
          const grant = advances.filter((row) => row.支出負担行為番号 === first.支出負担行為番号);
          assert.equal(first.精算, '精算済', first.債権者);
          const outcome = yenOf(grant, '概算払額') + BigInt(first.追給額 || '0') - BigInt(first.返納額 || '0');
          assert.equal(BigInt(first.確定額), outcome, first.債権者);
        }
      }
    },
  };
}
