import type { ReviewItem, ReviewView } from '../../reviews/index.js';
import { Details, fieldId, Moment, Radios, Section, StatusTag, TextField } from '../shared/index.js';

const ANSWER_LABEL = { yes: 'はい', no: 'いいえ', 'not-applicable': '該当なし' } as const;
const CHOICES = [
  { value: 'yes', label: 'はい' },
  { value: 'no', label: 'いいえ' },
  { value: 'not-applicable', label: '該当なし' },
];

/** What people answer; answered items say who and when. */
export function ManualChecks({ review, editable }: { review: ReviewView; editable: boolean }) {
  const items = review.items.filter((item) => !item.automatic);
  return (
    <Section title="職員が確かめる項目">
      {items.map((item) =>
        editable ? <ManualItem item={item} key={item.id} /> : <AnsweredItem item={item} key={item.id} />,
      )}
    </Section>
  );
}

/** What answers itself, with its reason: folded away while all is well, open as soon as one item is not fulfilled. */
export function AutomaticChecks({ review }: { review: ReviewView }) {
  const items = review.items.filter((item) => item.automatic);
  const unfulfilled = items.filter(({ answer }) => answer !== 'yes').length;
  const summary =
    unfulfilled === 0
      ? `${String(items.length)}項目すべて適`
      : `${String(items.length)}項目のうち${String(unfulfilled)}項目が否`;
  return (
    <Section title="自動で確かめた項目">
      <Details summary={summary} open={unfulfilled > 0}>
        <ul class="checks">
          {items.map(({ id, answer, text, remark, article }) => (
            <li id={fieldId(`answers.${id}`)} tabIndex={-1} key={id}>
              <p class="check-text">
                <StatusTag tone={answer === 'yes' ? 'success' : 'danger'}>{answer === 'yes' ? '適' : '否'}</StatusTag>{' '}
                {text}
              </p>
              <p class="hint">
                {remark}
                {article !== '' && `（${article}）`}
              </p>
            </li>
          ))}
        </ul>
      </Details>
    </Section>
  );
}

function ManualItem({ item }: { item: ReviewItem }) {
  return (
    <div class="check">
      <Radios
        name={`answers[${item.id}]`}
        label={item.text}
        hint={item.article === '' ? undefined : item.article}
        required
        inline
        options={CHOICES}
        value={item.answer}
      />
      <TextField
        name={`remarks[${item.id}]`}
        label="備考"
        hint="「該当なし」のときは理由を書きます。"
        value={item.remark}
      />
      <AnsweredBy item={item} />
    </div>
  );
}

const AnsweredItem = ({ item }: { item: ReviewItem }) => (
  <div class="check">
    <p class="check-text">
      {item.text}（{item.article}）：<strong>{item.answer ? ANSWER_LABEL[item.answer] : '未回答'}</strong>
    </p>
    {item.remark !== '' && <p>{item.remark}</p>}
    <AnsweredBy item={item} />
  </div>
);

const AnsweredBy = ({ item: { by, at } }: { item: ReviewItem }) =>
  by === null || at === null ? null : (
    <p class="hint">
      {by}　
      <Moment at={new Date(at)} />
    </p>
  );
