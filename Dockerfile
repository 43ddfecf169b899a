# A static binary and nothing else: docker run --rm -v "$PWD:/articles" textcheck .
FROM rust:1.91-alpine AS build
WORKDIR /source
COPY . .
RUN cargo build --release --locked

FROM scratch
COPY --from=build /source/target/release/textcheck /textcheck
WORKDIR /articles
USER 65534:65534
ENTRYPOINT ["/textcheck"]
