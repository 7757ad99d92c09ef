import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, posts, who holds them when, and the tables that say who decides what. */
export class Staff1790000040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE staff_members (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        name text NOT NULL,
        kana text NOT NULL,
        left_on date,
        version integer NOT NULL,
        PRIMARY KEY (municipality_id, id)
      );
      CALL protect_tenant_table('staff_members');

      CREATE TABLE posts (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        name text NOT NULL,
        section_id uuid NOT NULL,
        side text NOT NULL,
        duties text[] NOT NULL CHECK (cardinality(duties) > 0),
        rank integer NOT NULL CHECK (rank BETWEEN 1 AND 99),
        when_vacant text NOT NULL CHECK (when_vacant IN ('above', 'refuse')),
        PRIMARY KEY (municipality_id, id),
        UNIQUE (municipality_id, name),
        FOREIGN KEY (municipality_id, section_id) REFERENCES sections (municipality_id, id),
        -- Ordering, paying and auditing never meet in one post (地方自治法170条, 196条3項, 232条の4).
        CONSTRAINT posts_one_side CHECK (CASE side
          WHEN 'ordering' THEN duties <@ ARRAY['promotion', 'approve', 'administer']
          WHEN 'treasury' THEN duties <@ ARRAY['treasury-check', 'treasury-decide']
          WHEN 'audit' THEN duties <@ ARRAY['audit']
          ELSE false END)
      );
      CALL protect_tenant_table('posts');

      CREATE TABLE post_holdings (
        municipality_id text NOT NULL,
        id uuid NOT NULL,
        post_id uuid NOT NULL,
        staff_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('holder', 'acting')),
        from_on date NOT NULL,
        until_on date,
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, post_id) REFERENCES posts (municipality_id, id),
        FOREIGN KEY (municipality_id, staff_id) REFERENCES staff_members (municipality_id, id),
        CHECK (until_on IS NULL OR until_on >= from_on)
      );
      CREATE INDEX post_holdings_post ON post_holdings (municipality_id, post_id);
      CREATE INDEX post_holdings_staff ON post_holdings (municipality_id, staff_id);
      CALL protect_tenant_table('post_holdings');
    `);
    // Nobody stands on two sides at a time, nor twice in one post, not even by two assignments in the same second:
    // the person's row is locked before looking.
    await runner.query(`
      CREATE FUNCTION refuse_holding_of_two_sides() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM 1 FROM staff_members WHERE municipality_id = NEW.municipality_id AND id = NEW.staff_id FOR UPDATE;
        IF EXISTS (
          SELECT 1
            FROM post_holdings other
            JOIN posts other_post ON (other_post.municipality_id, other_post.id) = (other.municipality_id, other.post_id)
            JOIN posts new_post ON (new_post.municipality_id, new_post.id) = (NEW.municipality_id, NEW.post_id)
           WHERE other.municipality_id = NEW.municipality_id
             AND other.staff_id = NEW.staff_id
             AND other.id <> NEW.id
             AND daterange(other.from_on, other.until_on, '[]') && daterange(NEW.from_on, NEW.until_on, '[]')
             AND (other.post_id = NEW.post_id OR other_post.side <> new_post.side)
        ) THEN
          RAISE EXCEPTION 'a person holds posts of one side only, each once' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER one_side_at_a_time BEFORE INSERT OR UPDATE ON post_holdings
        FOR EACH ROW EXECUTE FUNCTION refuse_holding_of_two_sides();

      CREATE FUNCTION refuse_change_of_side() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a post keeps its side: open a new one' USING ERRCODE = 'integrity_constraint_violation';
      END $$;
      CREATE TRIGGER side_is_kept BEFORE UPDATE OF side ON posts
        FOR EACH ROW WHEN (OLD.side <> NEW.side) EXECUTE FUNCTION refuse_change_of_side();
    `);
    await runner.query(`
      CREATE TABLE authority_tables (
        municipality_id text NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        basis text NOT NULL,
        valid_from date NOT NULL,
        state text NOT NULL CHECK (state IN ('draft', 'published')),
        published_at timestamptz,
        version integer NOT NULL,
        PRIMARY KEY (municipality_id, id),
        UNIQUE (municipality_id, number),
        CHECK ((state = 'published') = (published_at IS NOT NULL))
      );
      CREATE INDEX authority_tables_published ON authority_tables (municipality_id, valid_from DESC)
        WHERE state = 'published';
      CALL protect_tenant_table('authority_tables');

      CREATE TABLE authority_rules (
        municipality_id text NOT NULL,
        table_id uuid NOT NULL,
        position integer NOT NULL CHECK (position >= 0),
        act text NOT NULL CHECK (act <> ''),
        up_to bigint CHECK (up_to >= 0),
        PRIMARY KEY (municipality_id, table_id, position),
        UNIQUE NULLS NOT DISTINCT (municipality_id, table_id, act, up_to),
        FOREIGN KEY (municipality_id, table_id) REFERENCES authority_tables (municipality_id, id)
      );
      CALL protect_tenant_table('authority_rules');

      CREATE TABLE authority_steps (
        municipality_id text NOT NULL,
        table_id uuid NOT NULL,
        rule_position integer NOT NULL,
        position integer NOT NULL CHECK (position >= 0),
        post_id uuid NOT NULL,
        role text NOT NULL CHECK (role IN ('approve', 'consult')),
        PRIMARY KEY (municipality_id, table_id, rule_position, position),
        UNIQUE (municipality_id, table_id, rule_position, post_id),
        FOREIGN KEY (municipality_id, table_id, rule_position)
          REFERENCES authority_rules (municipality_id, table_id, position),
        FOREIGN KEY (municipality_id, post_id) REFERENCES posts (municipality_id, id)
      );
      CALL protect_tenant_table('authority_steps');

      CREATE FUNCTION refuse_change_of_published_table() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        line record := coalesce(NEW, OLD);
      BEGIN
        IF EXISTS (SELECT 1 FROM authority_tables t
                    WHERE t.municipality_id = line.municipality_id AND t.id = line.table_id AND t.state = 'published') THEN
          RAISE EXCEPTION 'a published authority table does not change' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN line;
      END $$;
      CREATE TRIGGER published_stays BEFORE INSERT OR UPDATE OR DELETE ON authority_rules
        FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_table();
      CREATE TRIGGER published_stays BEFORE INSERT OR UPDATE OR DELETE ON authority_steps
        FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_table();
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations go forward only'));
  }
}
