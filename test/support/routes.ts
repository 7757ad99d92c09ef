import 'reflect-metadata';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';

import { DESK } from '../../src/web/shared/viewer.js';
import type { DeskName } from '../../src/web/shared/desks.js';
import type { House } from './house.js';

export interface Route {
  /** `GET /:town/staff/queue`. */
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Whom `@Desk` lets in; none where the route has no desk. */
  readonly desks: readonly DeskName[];
}

/** Every route of every controller of the running application, read from what Nest itself routes by. */
export function routesOf(house: Pick<House, 'get'>): Route[] {
  const routes: Route[] = [];
  for (const module of house.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      if (typeof metatype !== 'function') continue;
      for (const handler of handlersOf(metatype.prototype as object)) {
        const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number] as Route['method'];
        const desks = (Reflect.getMetadata(DESK, handler) ?? Reflect.getMetadata(DESK, metatype) ?? []) as DeskName[];
        for (const path of paths(metatype, handler)) routes.push({ name: `${method} ${path}`, method, path, desks });
      }
    }
  }
  return routes.sort((one, other) => one.name.localeCompare(other.name));
}

/** Nest routes by the methods that a controller inherits as well. */
function handlersOf(prototype: object): object[] {
  const handlers = new Map<string, object>();
  for (
    let each: object | null = prototype;
    each !== null && each !== Object.prototype;
    each = Object.getPrototypeOf(each) as object | null
  ) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(each))) {
      const isHandler =
        name !== 'constructor' && typeof value === 'function' && Reflect.hasMetadata(PATH_METADATA, value as object);
      if (isHandler && !handlers.has(name)) handlers.set(name, value as object);
    }
  }
  return [...handlers.values()];
}

function paths(controller: object, handler: object): string[] {
  const parts = (target: object): string[] => [Reflect.getMetadata(PATH_METADATA, target) as string | string[]].flat();
  return parts(controller).flatMap((base) =>
    parts(handler).map(
      (own) =>
        `/${[base, own]
          .map((part) => part.replace(/^\/|\/$/g, ''))
          .filter(Boolean)
          .join('/')}`,
    ),
  );
}
