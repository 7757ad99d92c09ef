import { formatDeadline } from '../../kernel/deadline.js';
import type { Municipality } from '../../municipalities/index.js';
import type { TimedProgram } from '../../programs/index.js';
import { BlankFormLink } from '../shared/blank-form-link.js';
import { ButtonLink, Card, CardGrid, EmptyState, homeUrl, Section, type Viewer } from '../shared/index.js';

export function TownList({ towns }: { towns: readonly Municipality[] }) {
  if (towns.length === 0) {
    return (
      <EmptyState title="この窓口を使う自治体はまだありません。">
        <p>設置を担当する方が自治体を登録すると、ここに並びます。</p>
      </EmptyState>
    );
  }
  return (
    <CardGrid>
      {towns.map((town) => (
        <Card key={town.id} title={town.name} level={2}>
          <p>{town.prefecture}</p>
          <ButtonLink href={`/${town.slug}/`}>{town.name}の窓口へ</ButtonLink>
        </Card>
      ))}
    </CardGrid>
  );
}

export function TownFrontPage({ viewer, open }: { viewer: Viewer; open: readonly TimedProgram[] }) {
  return (
    <>
      <CardGrid>
        <Card title="まちづくり組織の方" level={2}>
          <p>団体の登録、申請、通知書の受け取り、請求ができます。</p>
          {viewer.signedIn ? (
            <ButtonLink href={homeUrl(viewer)}>窓口へ進む</ButtonLink>
          ) : (
            <>
              <p>
                <ButtonLink href={viewer.url('sign-in')}>ログイン</ButtonLink>
              </p>
              <p>
                <a href={viewer.url('invitation')}>招待の紙をお持ちの方</a>
              </p>
            </>
          )}
        </Card>
        <Card title={`${residentsOf(viewer.town)}の方`} level={2}>
          <p>どの校区に、何のために、いくら交付されたかを見られます。</p>
          <ButtonLink kind="secondary" href={viewer.url('grants')}>
            交付の一覧
          </ButtonLink>
        </Card>
      </CardGrid>
      {open.length > 0 && <OpenPrograms viewer={viewer} open={open} />}
      <Section title="申請から公表まで">
        <ol class="path">
          <li>団体を登録し、今年度の計画と収支予算書を書いて申請します。</li>
          <li>{viewer.town.hallName}が審査し、決裁を経て、交付を決めます。</li>
          <li>
            交付決定通知書が届きます。請求書を確かめると、登録した口座に振り込まれます。事業が終わってから支払う補助金では、実績報告を出し、額が決まってから支払われます。
          </li>
          <li>交付の内容が、校区ごとに公表されます。</li>
        </ol>
      </Section>
      {viewer.contact && (
        <Section title="お問い合わせ">
          <p>
            {viewer.town.hallName} {viewer.contact.name} {viewer.contact.unit}
            <br />
            電話 {viewer.contact.phone}
          </p>
        </Section>
      )}
    </>
  );
}

/** What can be applied for now; who does without a computer prints the form, or has it printed. */
const OpenPrograms = ({ viewer, open }: { viewer: Viewer; open: readonly TimedProgram[] }) => (
  <Section title="いま受付中の補助制度">
    <ul>
      {open.map(({ id, document, period }) => (
        <li key={id}>
          {document.name}（{formatDeadline(period.closes)}まで）
          <br />
          <BlankFormLink viewer={viewer} versionId={id} name={document.name} />
        </li>
      ))}
    </ul>
    <p>
      インターネットで申請できないときは、用紙に書いて{viewer.town.hallName}
      の窓口に出してください。用紙は窓口でも受け取れます。
    </p>
  </Section>
);

/** 市民 of a 市, 町民 of a 町, 村民 of a 村. */
const residentsOf = (town: Municipality): string => `${town.name.slice(-1)}民`;
