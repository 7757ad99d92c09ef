import type { ReviewItem, ReviewView } from '../../reviews/index.js';
import { Moment, Radios, Section, StatusTag, TextField } from '../shared/index.js';

const ANSWER_LABEL = { yes: 'はい', no: 'いいえ', 'not-applicable': '該当なし' } as const;
const CHOICES = [
  { value: 'yes', label: 'はい' },
  { value: 'no', label: 'いいえ' },
  { value: 'not-applicable', label: '該当なし' },
];

/** The checklist of the programme: what answers itself with its reason, what a person answers. */
export function ReviewChecklist({ review, editable }: { review: ReviewView; editable: boolean }) {
  const automatic = review.items.filter((item) => item.automatic);
  const manual = review.items.filter((item) => !item.automatic);
  return (
    <>
      <Section title="自動で確かめた項目" level={2}>
        <ul class="checks">
          {automatic.map((item) => (
            <li key={item.id}>
              <p class="check-text">
                <StatusTag tone={item.answer === 'yes' ? 'success' : 'danger'}>{item.answer === 'yes' ? '適' : '否'}</StatusTag> {item.text}
              </p>
              <p class="hint">
                {item.remark}（{item.article}）
              </p>
            </li>
          ))}
        </ul>
      </Section>
      <Section title="職員が確かめる項目" level={2}>
        {manual.map((item) => (editable ? <ManualItem item={item} key={item.id} /> : <AnsweredItem item={item} key={item.id} />))}
      </Section>
    </>
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
      <TextField name={`remarks[${item.id}]`} label="備考" hint="「該当なし」のときは理由を書きます。" value={item.remark} />
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
