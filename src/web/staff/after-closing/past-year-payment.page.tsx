import {
  LATER_GROUND_LABELS,
  LATER_GROUNDS,
  LONGEST_BASIS,
  standingPayments,
  type AfterClosing,
} from '../../../closing/index.js';
import type { GrantCase } from '../../../grant-changes/index.js';
import { formatFiscalYear } from '../../../kernel/fiscal-year.js';
import { formatEra } from '../../../kernel/local-date.js';
import { formatYen } from '../../../kernel/yen.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  CheckAnswers,
  DateField,
  Form,
  Money,
  Notice,
  Radios,
  Section,
  TextArea,
  YenField,
  type Viewer,
} from '../../shared/index.js';
import { typedText } from '../../shared/typed-text.js';

interface PastYearPaymentProps {
  readonly viewer: Viewer;
  readonly grant: GrantCase['grant'];
  readonly after: AfterClosing;
  readonly body: unknown;
}

/** What the closed year still owes, and how a later year paid it. */
export function PastYearPaymentPage({ viewer, grant, after: { arrears, payments }, body }: PastYearPaymentProps) {
  const back = viewer.url(`staff/grants/${grant.id}`);
  const standing = standingPayments(payments);
  const year = formatFiscalYear(grant.fiscalYear);
  return (
    <>
      <p>
        {year}は閉鎖したため、この交付金の残りは{year}
        の予算では支払えません。財政担当の決定を受け、財務会計システムで翌年度以降の予算（過年度支出か、繰り越した予算）から支払った後に、ここに記録します。
      </p>
      <CheckAnswers
        answers={[
          { label: '団体', value: grant.organizationName },
          { label: '補助金', value: grant.programName },
          { label: '閉鎖の後に残る額', value: <Money yen={arrears} strong /> },
        ]}
      />
      {arrears === 0n ? (
        <Notice tone="info" title="閉鎖の後に残る額はありません">
          <p>支払うものがないか、すべて記録してあります。</p>
        </Notice>
      ) : (
        <Form
          action={viewer.url(`staff/grants/${grant.id}/past-year-payment`)}
          once={typedText(body, 'requestId') || true}
        >
          <Radios
            name="ground"
            label="どの予算で支払ったか"
            required
            options={LATER_GROUNDS.map((value) => ({ value, label: LATER_GROUND_LABELS[value] }))}
            value={typedText(body, 'ground')}
          />
          <YenField
            name="amount"
            label="支払った額"
            hint={`${formatYen(arrears)}まで`}
            required
            value={typedText(body, 'amount')}
          />
          <DateField name="paidOn" label="支払った日" required value={typedText(body, 'paidOn')} />
          <TextArea
            name="basis"
            label="支出の科目と伝票番号"
            hint="例：令和9年度 総務費 負担金補助及び交付金、伝票番号 27-000123。繰越しのときは、議決の日か事故の内容と、繰越計算書の番号も書きます。"
            required
            rows={3}
            most={LONGEST_BASIS}
            value={typedText(body, 'basis')}
          />
          <ButtonRow>
            <Button>支払を記録する</Button>
            <ButtonLink kind="quiet" href={back}>
              やめて戻る
            </ButtonLink>
          </ButtonRow>
        </Form>
      )}
      {standing.length > 0 && (
        <Section title="支払の記録を取り消す">
          <p>
            誤って記録した支払を、反対の記録で取り消します。元の記録は消えません。取り消した額は、閉鎖の後に残る額に戻ります。
          </p>
          <Form action={viewer.url(`staff/grants/${grant.id}/past-year-payment/reversal`)}>
            <Radios
              name="paymentId"
              label="取り消す記録"
              required
              options={standing.map(({ id, paidOn, amount, basis }) => ({
                value: id,
                label: `${formatEra(paidOn)}　${formatYen(amount)}　${basis}`,
              }))}
              value={typedText(body, 'paymentId')}
            />
            <TextArea
              name="reason"
              label="取り消す理由"
              hint="例：別の団体への支払を、この交付金に記録していたため。"
              required
              rows={2}
              most={LONGEST_BASIS}
              value={typedText(body, 'reason')}
            />
            <ButtonRow>
              <Button kind="danger">支払の記録を取り消す</Button>
            </ButtonRow>
          </Form>
        </Section>
      )}
    </>
  );
}
