# The back end of the marketplace edition: docker build -t bulk-associate .

FROM node:22-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
COPY local/package.json local/
COPY server/package.json server/
COPY src/app/cards/package.json src/app/cards/
COPY src/app/functions/package.json src/app/functions/
COPY src/app/packages src/app/packages
# Only the back end's packages. No script of a package runs: nothing that is built here needs one.
RUN npm ci --ignore-scripts --no-audit --no-fund --workspace server
COPY marketplace/scopes.ts marketplace/
COPY server server
RUN node server/build.mjs

FROM node:22-bookworm-slim
ENV NODE_ENV=production PORT=3000 DATA_DIR=/data
RUN mkdir /data && chown node:node /data
WORKDIR /app
COPY --from=build /build/server/dist ./
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node itself gets the signals to stop.
CMD ["node", "main.js"]
