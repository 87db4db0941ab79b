FROM node:22.19-bookworm-slim AS build
WORKDIR /cairn
COPY package.json package-lock.json ./
COPY web/package.json ./web/
RUN npm ci --ignore-scripts
COPY . .
RUN node scripts/build.mjs && npm prune --omit=dev

FROM node:22.19-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 CAIRN_DATA_DIR=/data
WORKDIR /cairn
# Letters of badges and certificates beyond Latin, Greek and Cyrillic, which the typesetter brings itself.
RUN apt-get update && apt-get install -y --no-install-recommends fonts-dejavu-core fonts-droid-fallback && rm -rf /var/lib/apt/lists/*
COPY --from=build /cairn/package.json /cairn/openapi.json ./
COPY --from=build /cairn/node_modules ./node_modules
COPY --from=build /cairn/dist ./dist
COPY --from=build /cairn/web/dist ./web/dist
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
CMD ["node", "--enable-source-maps", "dist/src/main.js"]
