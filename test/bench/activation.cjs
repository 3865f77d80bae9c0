'use strict';
/**
 * Loads the built extension and activates it with a stub for the editor; prints the milliseconds of processor time that took, of all
 * threads. What the editor itself does for the calls is not in it. `node test/bench/activation.cjs`
 */
const Module = require('node:module');
const path = require('node:path');

/** Can be called, constructed and asked for anything; whatever comes of it is alike. */
const anything = () =>
  new Proxy(function () {}, {
    get: (target, key) => {
      if (key === Symbol.toPrimitive) return () => '';
      if (key === Symbol.iterator) return function* () {};
      // Not a promise.
      if (key === 'then') return undefined;
      return key === 'prototype' ? target.prototype : anything();
    },
    set: () => true,
    apply: anything,
    construct: anything,
  });

const load = Module._load;
// The bundle copies what the module owns and inherits the rest.
Module._load = (id, ...rest) => (id === 'vscode' ? Object.create(anything()) : load(id, ...rest));

const started = process.cpuUsage();
require(path.join(__dirname, '../../client/dist/extension.js')).activate(anything());
const { user, system } = process.cpuUsage(started);
process.stdout.write(`${(user + system) / 1000}\n`);
// Before the client that now starts does anything.
process.exit();
