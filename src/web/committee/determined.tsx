import { ZERO_YEN } from '../../kernel/yen.js';
import { disallowedInWords, type Determination } from '../../performance-reports/index.js';
import { CheckAnswers, Day, Money, Section, type Viewer } from '../shared/index.js';

/** 額の確定 as the organisation is told of it: the amount, what follows, and which costs did not count. */
export function Determined({ viewer, determination }: { viewer: Viewer; determination: Determination }) {
  const { decision, amount, issuedOn, letterId, letterNumber, rest, over, disallowed } = determination;
  const follows =
    (over ?? ZERO_YEN) > ZERO_YEN
      ? { label: '返していただく額', value: <Money yen={over} strong /> }
      : { label: 'これから支払われる額', value: <Money yen={rest} strong /> };
  return (
    <Section title="額の確定">
      <CheckAnswers
        answers={[
          { label: '交付決定額', value: <Money yen={decision} /> },
          { label: '確定額', value: <Money yen={amount} strong /> },
          follows,
          { label: '通知の日', value: <Day date={issuedOn} /> },
          {
            label: '通知書',
            value: <a href={viewer.url(`committee/letters/${letterId ?? ''}`)}>{letterNumber ?? '通知書'}</a>,
          },
          ...disallowed.map((cost) => ({ label: '対象とならなかった経費', value: disallowedInWords(cost) })),
        ]}
      />
    </Section>
  );
}
