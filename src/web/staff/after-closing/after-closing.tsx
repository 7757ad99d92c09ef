import { LATER_GROUND_LABELS, standingPayments, type AfterClosing } from '../../../closing/index.js';
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
  after: { lapsed, arrears, payments },
  mayAct,
}: AfterClosingProps) {
  const year = formatFiscalYear(grant.fiscalYear);
  return (
    <>
      {lapsed && (
        <Notice tone="info" title={`${year}の出納閉鎖で不用とした額：${formatYen(lapsed.amount)}`}>
          <p>支出命令のないまま出納閉鎖を迎えた額です。{year}の予算では支払えません。</p>
        </Notice>
      )}
      {arrears > 0n && (
        <Notice tone="warning" title={`閉鎖の後に残る交付金：${formatYen(arrears)}`}>
          <p>
            支払うときは、財政担当の決定を受けて翌年度以降の予算（過年度支出か、繰り越した予算）で支払い、記録してください。支払わないときは、額の確定・変更・取消しで交付決定の額を改めてください。
          </p>
          {mayAct && (
            <ButtonRow>
              <ButtonLink kind="secondary" small href={viewer.url(`staff/grants/${grant.id}/past-year-payment`)}>
                支払を記録する
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
              { label: '記録した人', tight: true, cell: ({ recordedBy }) => recordedBy },
              { label: '額', align: 'end', tight: true, cell: ({ amount }) => <Money yen={amount} /> },
            ]}
            empty="ありません。"
          />
          {mayAct && standingPayments(payments).length > 0 && (
            <ButtonRow>
              <ButtonLink kind="quiet" href={viewer.url(`staff/grants/${grant.id}/past-year-payment`)}>
                支払の記録の誤りを取り消す
              </ButtonLink>
            </ButtonRow>
          )}
        </Section>
      )}
    </>
  );
}
