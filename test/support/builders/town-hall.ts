import { randomUUID } from 'node:crypto';

import { municipalityId, systemActor, type StaffActor, type SystemActor } from '../../../src/kernel/actor.js';
import { localDate } from '../../../src/kernel/local-date.js';
import { yen } from '../../../src/kernel/yen.js';
import { Municipalities, type MunicipalityDefinition } from '../../../src/municipalities/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import {
  AddStaffMember,
  AssignPost,
  CreatePost,
  DraftAuthorityTable,
  PublishAuthorityTable,
  StaffDirectory,
  type AuthorityRule,
  type AuthorityStep,
  type Post,
} from '../../../src/staff/index.js';
import type { House } from '../house.js';

/** Posts of the hall that every test knows. */
export type PostName = '担当' | '係長' | '課長' | '部長' | '会計管理者' | '監査委員';

/** A town hall with posts and an authority table, whose people a test names as it goes. */
export interface TownHall {
  readonly system: SystemActor;
  postId(post: PostName): string;
  /** A new person in these posts from 2026-04-01; the posts may be shared and several. */
  person(name: string, ...posts: PostName[]): Promise<StaffActor>;
  /** The person with the posts of today: after an assignment, an actor is out of date like an old session. */
  again(person: StaffActor): Promise<StaffActor>;
  /** Puts a table in force: for each act, the posts up to an amount (null: any); 合議 is marked by 「?」 after the post. */
  decideBy(
    rules: readonly { act: string; upTo: number | null; posts: readonly (PostName | `${PostName}?`)[] }[],
  ): Promise<void>;
}

const FROM = localDate('2026-04-01');

const POSTS: Readonly<Record<PostName, Pick<Post, 'side' | 'duties' | 'rank'>>> = {
  担当: { side: 'ordering', duties: ['promotion'], rank: 10 },
  係長: { side: 'ordering', duties: ['approve'], rank: 20 },
  課長: { side: 'ordering', duties: ['approve'], rank: 30 },
  部長: { side: 'ordering', duties: ['approve'], rank: 40 },
  会計管理者: { side: 'treasury', duties: ['treasury-decide'], rank: 50 },
  監査委員: { side: 'audit', duties: ['audit'], rank: 50 },
};

/** Opens a town in the house; each house may hold several, told apart by their code (with a right check digit) and slug. */
export async function aTownHall(house: House, town = { code: '402168', slug: 'ogori' }): Promise<TownHall> {
  const system = systemActor(municipalityId(town.code), 'テスト');
  const unitOfWork = house.get(UnitOfWork);
  const sections = await unitOfWork.run(system, async (tx) => {
    await house.get(Municipalities).open(tx, definitionOf(town));
    return {
      ordering: (await house.get(Municipalities).promotionSection(tx)).id,
      treasury: (await house.get(Municipalities).treasurySection(tx)).id,
    };
  });
  const postIds = new Map<PostName, string>();
  for (const [name, post] of Object.entries(POSTS) as [PostName, (typeof POSTS)[PostName]][]) {
    const sectionId = post.side === 'treasury' ? sections.treasury : sections.ordering;
    const { postId } = await house.get(CreatePost).execute(system, { ...post, name, sectionId, whenVacant: 'above' });
    postIds.set(name, postId);
  }
  const postId = (post: PostName): string => postIds.get(post) ?? '';

  const again = ({ staffId, accountId }: Pick<StaffActor, 'staffId' | 'accountId'>): Promise<StaffActor> =>
    unitOfWork.read(system, async (tx) => {
      const actor = await house.get(StaffDirectory).actorFor(tx, { id: accountId, partyId: staffId });
      if (!actor) throw new Error('the person has left');
      return actor;
    });

  return {
    system,
    postId,
    again,
    person: async (name, ...posts) => {
      const { staffId } = await house.get(AddStaffMember).execute(system, { name, kana: 'ミホン' });
      for (const post of posts) {
        const holding = { staffId, postId: postId(post), kind: 'holder', fromOn: FROM, untilOn: null } as const;
        await house.get(AssignPost).execute(system, holding);
      }
      return again({ staffId, accountId: randomUUID() });
    },
    decideBy: async (rules) => {
      const { tableId } = await house.get(DraftAuthorityTable).execute(system, {
        basis: '事務専決規程 別表（見本）',
        validFrom: FROM,
        rules: rules.map(({ act, upTo, posts }): AuthorityRule => ({
          act,
          upTo: upTo === null ? null : yen(upTo),
          steps: posts.map((post): AuthorityStep => ({
            postId: postId(post.replace('?', '') as PostName),
            role: post.endsWith('?') ? 'consult' : 'approve',
          })),
        })),
      });
      await house.get(PublishAuthorityTable).execute(system, { tableId, version: 1 });
    },
  };
}

function definitionOf({ code, slug }: { code: string; slug: string }): MunicipalityDefinition {
  const section = { unit: '係', phone: '0942-00-0000', fax: '0942-00-0001', mail: null, address: '見本1番地' };
  return {
    id: municipalityId(code),
    slug,
    name: '見本市',
    kana: 'ミホンシ',
    prefecture: '福岡県',
    hallName: '見本市役所',
    postalCode: '838-0198',
    address: '見本市見本1番地',
    headTitle: '見本市長',
    headName: '見本 太郎',
    headVacantActing: null,
    treasurerTitle: '見本市会計管理者',
    treasurerName: '見本 次郎',
    paymentMode: 'accounting-file',
    bank: null,
    electronicDeliveryBasis: null,
    reminderDays: [7, 1],
    revenueSubjects: {
      account: '一般会計',
      principal: { code: '21-05-01-01', name: '雑入（見本）' },
      addition: { code: '21-01-02-01', name: '加算金（見本）' },
      lateCharge: { code: '21-01-01-01', name: '延滞金（見本）' },
      excess: { code: '21-05-01-02', name: '過誤納金（見本）' },
    },
    sections: [
      { ...section, name: 'コミュニティ推進課', code: '小コ', role: 'promotion' },
      { ...section, name: '会計課', code: '小会', role: 'treasury' },
    ],
  };
}
