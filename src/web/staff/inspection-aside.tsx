import { ZERO_YEN } from '../../kernel/yen.js';
import { disallowedInWords, whatFollows } from '../../performance-reports/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  CheckAnswers,
  DateField,
  Day,
  Form,
  Moment,
  Money,
  Radios,
  Section,
  TextField,
} from '../shared/index.js';
import type { InspectionPageProps } from './inspection-props.js';
import { settlementInWords } from './reports-settled.js';

const CHOICES = [
  { value: 'yes', label: 'はい' },
  { value: 'no', label: 'いいえ' },
  { value: 'not-applicable', label: '該当なし' },
];

/** The checklist, what may be done now, and what was done before. */
export function InspectionAside(props: InspectionPageProps) {
  const { viewer, view, editable, mayAct, correctBy } = props;
  const { report, asked, inspection, outcomes, determination } = view;
  const path = `staff/reports/${report.id}`;
  return (
    <>
      {determination && <Determined {...props} />}
      <Section title="検査の確認項目">
        {asked.checklist.length === 0 && <p>この制度には、確認項目がありません。</p>}
        {asked.checklist.map(({ id, text, article }) => {
          const given = inspection.answers.find(({ itemId }) => itemId === id);
          if (!editable) {
            const words = CHOICES.find(({ value }) => value === given?.answer)?.label ?? '未回答';
            return (
              <div class="check" key={id}>
                <p class="check-text">
                  {text}
                  {article !== '' && `（${article}）`}：<strong>{words}</strong>
                </p>
                {given && given.remark !== '' && <p>{given.remark}</p>}
              </div>
            );
          }
          return (
            <div class="check" key={id}>
              <Radios
                name={`answers[${id}]`}
                label={text}
                hint={article === '' ? undefined : article}
                required
                inline
                options={CHOICES}
                value={given?.answer}
              />
              <TextField
                name={`remarks[${id}]`}
                label="所見"
                hint="「はい」のほかのときは書きます。"
                value={given?.remark}
              />
            </div>
          );
        })}
      </Section>
      {inspection.changedBy !== null && (
        <p class="hint">
          最後の保存：{inspection.changedBy}　
          <Moment at={inspection.changedAt} />
        </p>
      )}
      {editable && (
        <>
          <ButtonRow>
            <Button formAction={viewer.url(`${path}/ending`)}>検査を終える</Button>
            <Button kind="secondary">保存する</Button>
          </ButtonRow>
          <Section title="差し戻す" level={3}>
            <p>下の「指摘」に書いたことを、団体に直してもらいます。</p>
            <DateField name="correctBy" label="補正の期限" required value={correctBy} />
            <Button kind="danger" formAction={viewer.url(`${path}/return`)}>
              指摘を付けて差し戻す
            </Button>
          </Section>
        </>
      )}
      {mayAct && (report.state === 'inspected' || report.state === 'accepted') && !determination && (
        <>
          {report.state === 'inspected' && (
            <ButtonRow>
              <ButtonLink href={viewer.url('staff/reports')}>額の確定の起案へ</ButtonLink>
            </ButtonRow>
          )}
          <Form action={viewer.url(`${path}/reopening`)} label="検査のやり直し">
            <Button kind="quiet">検査をやり直す</Button>
          </Form>
        </>
      )}
      {outcomes.length > 0 && (
        <Section title="これまで" level={3}>
          <ul>
            {outcomes.map(({ outcome, round, madeBy, madeAt }) => (
              <li key={madeAt.toISOString()}>
                {String(round)}回目：{OUTCOME[outcome]}（{madeBy}　
                <Moment at={madeAt} />）
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

const OUTCOME = {
  returned: '差し戻した',
  inspected: '検査を終えた',
  accepted: '報告を確認した',
  reopened: '検査をやり直した',
} as const;

function Determined({ viewer, view: { determination, closed } }: InspectionPageProps) {
  if (!determination) return null;
  const { state, determinedOn, letterId, letterNumber, rest, over, disallowed } = determination;
  return (
    <Section title="額の確定">
      <CheckAnswers
        answers={[
          { label: '確定額', value: <Money yen={determination.amount} strong /> },
          { label: '確定日', value: state === 'proposed' ? '決裁中' : <Day date={determinedOn} /> },
          ...(rest === null
            ? []
            : [
                { label: '精算', value: settlementInWords(determination) },
                { label: '確定のあと', value: whatFollows(rest, over ?? ZERO_YEN, closed) },
              ]),
          ...(letterId
            ? [{ label: '通知書', value: <a href={viewer.url(`staff/letters/${letterId}`)}>{letterNumber}</a> }]
            : []),
          ...disallowed.map((cost) => ({ label: '対象としない経費', value: disallowedInWords(cost) })),
        ]}
      />
    </Section>
  );
}
