# The service with its model, in an image that needs no network, no root and no writable folder but /data.
FROM node:20-bookworm-slim AS build
# hnswlib-node is compiled; without it large collections are searched more slowly.
RUN apt-get update \
 && apt-get install -y --no-install-recommends g++ make python3 \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Without scripts, because those of this package build from sources that come later.
RUN npm ci --ignore-scripts && npm rebuild hnswlib-node
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:20-bookworm-slim
ENV NODE_ENV=production \
    LANG=C.UTF-8 \
    WENBAO_HOST=0.0.0.0 \
    WENBAO_INDEX=/data/index \
    WENBAO_MODEL_CACHE=/data/models
WORKDIR /app
# Owned by root: the program can't change itself.
COPY --from=build /app/package.json /app/LICENSE ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/models models
COPY --from=build /app/corpus corpus
COPY --from=build /app/dist dist
RUN install -d -o node -g node /data
USER node
VOLUME /data
EXPOSE 8787
# Any answer but a failure is a sign of life: by this name the service may answer 421 where WENBAO_ALLOWED_HOSTS is set.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.WENBAO_PORT || 8787}/health`).then((reply) => process.exit(reply.status < 500 ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "/app/dist/cli/main.js"]
CMD ["serve"]
