import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { dayInJapan, formatEra, timeInJapan } from '../../kernel/local-date.js';
import type { Actor } from '../../kernel/actor.js';
import { formatYen, groupDigits } from '../../kernel/yen.js';
import { Municipalities, type Municipality } from '../../municipalities/index.js';
import { addressedTo, BankDirectory } from '../../platform/banks/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { drawLetter, type LetterSheet, type SheetBlock } from '../../platform/pdf/index.js';
import { ACCOUNT_KIND_LABEL } from '../domain/payee.js';
import { transferFileName } from '../domain/payment-batch.js';
import { orderNumberText } from '../domain/payment-order.js';
import type { BatchConfirmation } from '../store/batch-confirmation.store.js';
import type { BatchSheet } from './batch-file.js';
import { ViewBatches, type BatchPage } from './view-batches.use-case.js';

/** More payments than these are not listed: the bank asks for count and total. */
const MOST_LISTED = 100;

/** 総合振込データ送付書 as PDF: what the file must hold, and who of the treasury confirmed it. */
@Injectable()
export class BatchCover {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly municipalities: Municipalities,
    private readonly batches: ViewBatches,
    private readonly banks: BankDirectory,
  ) {}

  /** A conflict while the bank would refuse the file. */
  async draw(actor: Actor, batchId: string): Promise<{ bytes: Buffer; fileName: string }> {
    const view = await this.batches.one(actor, batchId, { from: 0, most: MOST_LISTED });
    const town = await this.unitOfWork.read(actor, (tx) => this.municipalities.of(tx));
    const { batch, sheet } = view;
    if (!sheet) throw new DomainError('payments.batch-not-transferable', 'conflict');
    const bytes = await drawLetter(
      coverOf(town, this.officeOf(town), view, sheet),
      batch.file?.releasedAt ?? batch.collectedAt,
    );
    return { bytes, fileName: `送付書_${transferFileName(town.slug, batch.paymentDate, batch.number)}.pdf` };
  }

  /** The bank by its name, as a letter is addressed; in the kana of the file where the list does not know it. */
  private officeOf({ bank }: Municipality): string {
    if (!bank) return '';
    const known = this.banks.bank(bank.bankCode);
    const branch = this.banks.branch(bank.bankCode, bank.branchCode);
    return known && branch ? addressedTo(known, branch) : `${bank.bankKana} ${bank.branchKana}`;
  }
}

function coverOf(town: Municipality, office: string, view: BatchPage, sheet: BatchSheet): LetterSheet {
  const { batch, confirmations } = view;
  const holding = confirmations.filter(({ fileSha256 }) => fileSha256 === sheet.sha256);
  return {
    formLabel: null,
    number: null,
    date: formatEra(dayInJapan(batch.file?.releasedAt ?? batch.collectedAt)),
    addressee: {
      lines: [],
      organization: office,
      person: '',
      honorific: '御中',
    },
    sender: { lines: [town.name], title: town.treasurerTitle, name: town.treasurerName, seal: 'space' },
    title: '総合振込データ送付書',
    titleNote: null,
    blocks: [
      { kind: 'paragraph', text: 'この送付書の内容のとおり、総合振込データを送付します。' },
      { kind: 'items', items: itemsOf(town, office, view, sheet) },
      ...confirmationTable(holding),
      ...lineTable(view),
    ],
    contact: null,
    ...(batch.file === null && { mark: '承認前' }),
    author: town.treasurerTitle,
  };
}

function itemsOf(
  { bank, slug }: Municipality,
  office: string,
  { batch }: BatchPage,
  { sha256, shape, count, total }: BatchSheet,
) {
  const lineEnd = shape.lineEnd === 'crlf' ? '改行あり（CRLF）' : '改行なし';
  return [
    { label: '振込指定日', text: formatEra(batch.paymentDate) },
    { label: '合計件数', text: `${groupDigits(count)}件` },
    { label: '合計金額', text: formatYen(total) },
    { label: '依頼人', text: `${bank?.consignorCode ?? ''}　${bank?.consignorKana ?? ''}` },
    {
      label: '出金口座',
      text: `${office}（${bank?.bankCode ?? ''}-${bank?.branchCode ?? ''}）　${bank?.accountKind === '2' ? '当座' : '普通'}　${bank?.accountNumber ?? ''}`,
    },
    { label: 'ファイル名', text: batch.file?.name ?? transferFileName(slug, batch.paymentDate, batch.number) },
    {
      label: '形式',
      text: `120バイト固定長、${lineEnd}、${shape.endOfFile ? '終端あり（1A）' : '終端なし'}、${groupDigits(shape.bytes)}バイト`,
    },
    { label: '照合コード', text: `SHA-256　${(sha256.match(/.{8}/g) ?? []).join(' ')}` },
  ];
}

const confirmationTable = (confirmations: readonly BatchConfirmation[]): SheetBlock[] => [
  {
    kind: 'table',
    caption: '送付書の確認',
    columns: [
      { label: '職', align: 'start' },
      { label: '氏名', align: 'start' },
      { label: '確認した日時', align: 'start' },
      { label: '件数', align: 'end' },
      { label: '金額', align: 'end' },
    ],
    rows:
      confirmations.length === 0
        ? [['まだ確認されていません', '', '', '', '']]
        : confirmations.map(({ postNames, staffName, at, count, total }) => [
            ...[postNames, staffName, `${formatEra(dayInJapan(at))} ${timeInJapan(at)}`],
            ...[`${groupDigits(count)}件`, formatYen(total)],
          ]),
  },
];

function lineTable({ orders, proved }: BatchPage): SheetBlock[] {
  if (proved.count > MOST_LISTED) return [];
  return [
    {
      kind: 'table',
      caption: '振込の明細',
      columns: [
        { label: '番号', align: 'start' },
        { label: '受取人', align: 'start' },
        { label: '振込先', align: 'start' },
        { label: '金額', align: 'end' },
      ],
      rows: orders.map((order) => [
        orderNumberText(order.fiscalYear, order.number ?? 0),
        order.organizationName,
        `${addressedTo({ name: order.payee.bankName }, { name: order.payee.branchName })}　${ACCOUNT_KIND_LABEL[order.payee.accountKind]} ${order.payee.accountNumber}`,
        formatYen(order.amount),
      ]),
      totals: ['合計', `${groupDigits(proved.count)}件`, '', formatYen(proved.total)],
    },
  ];
}
