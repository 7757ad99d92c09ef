import { LATER_GROUND_LABELS, type AfterClosing } from '../../../closing/index.js';
import type { GrantCase } from '../../../grant-changes/index.js';
import { formatFiscalYear } from '../../../kernel/fiscal-year.js';
import { formatYen } from '../../../kernel/yen.js';
import { ButtonLink, ButtonRow, DataTable, Day, Money, Notice, Section, type Viewer } from '../../shared/index.js';

interface AfterClosingProps {
  readonly viewer: Viewer;
  readonly grant: GrantCase['grant'];
  readonly after: AfterClosing;
  readonly mayAct: boolean;
}

/** What the closing of its year meant for this grant, what it still gives, and what a later year paid of it. */
export function AfterClosingOfGrant({
  viewer,
  grant,
  after: { lapsed, arrears, payments, orders, closed },
  mayAct,
}: AfterClosingProps) {
  const year = formatFiscalYear(grant.fiscalYear);
  const asked = orders.find(({ state }) => state === 'ordered');
  const askedBy = new Map(orders.map(({ id, orderedByName }) => [id, orderedByName]));
  return (
    <>
      {lapsed && (
        <Notice tone="info" title={`${year}の出納閉鎖で不用とした額：${formatYen(lapsed.amount)}`}>
          <p>支出命令のないまま出納閉鎖を迎えた額です。{year}の予算では支払えません。</p>
        </Notice>
      )}
      {arrears > 0n && (
        <Notice
          tone="warning"
          title={`${closed ? '閉鎖の後に残る交付金' : '翌年度へ繰り越した額の残り'}：${formatYen(arrears)}`}
        >
          <p>
            支払うときは、財政担当の決定を受けて、翌年度以降の予算（過年度支出か、繰り越した予算）での支払を会計に求めてください。会計が伝票を確かめると、支払済みになります。支払わないときは、額の確定・変更・取消しで交付決定の額を改めてください。
          </p>
          {asked && (
            <p>
              {formatYen(asked.amount)}の支払を会計に求めています（{asked.orderedByName}）。会計の確認を待っています。
            </p>
          )}
          {mayAct && (
            <ButtonRow>
              <ButtonLink kind="secondary" small href={viewer.url(`staff/grants/${grant.id}/past-year-payment`)}>
                {asked ? '会計に求めた支払を見る' : '支払を会計に求める'}
              </ButtonLink>
            </ButtonRow>
          )}
        </Notice>
      )}
      {payments.length > 0 && (
        <Section title="翌年度以降の予算での支払">
          <DataTable
            caption="翌年度以降の予算での支払"
            captionHidden
            cards
            rows={payments}
            columns={[
              { label: '支払った日', tight: true, cell: ({ paidOn }) => <Day date={paidOn} /> },
              { label: '予算', cell: ({ ground }) => LATER_GROUND_LABELS[ground] },
              {
                label: '支出の科目と伝票番号',
                cell: ({ basis, reversesId, reason }) => (
                  <>
                    {basis}
                    {reversesId !== null && <p class="row-remark">取消の記録：{reason}</p>}
                  </>
                ),
              },
              { label: '求めた人', tight: true, cell: ({ orderId }) => askedBy.get(orderId ?? '') ?? '' },
              { label: '確かめた人（会計）', tight: true, cell: ({ recordedBy }) => recordedBy },
              { label: '額', align: 'end', tight: true, cell: ({ amount }) => <Money yen={amount} /> },
            ]}
            empty="ありません。"
          />
        </Section>
      )}
    </>
  );
}
