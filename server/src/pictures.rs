//! The logos of those who pay, as an import has kept them.
//! The app's own files stand in `assets`.

use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use http::StatusCode;
use http::header::{CACHE_CONTROL, CONTENT_TYPE};
use store::{Store, StoreError, calendar};

use crate::assets;

/// `/logos/{name}`: a picture, under a name that never means another. The policy that answers
/// have by default lets an SVG run nothing, also when someone opens it by itself.
pub async fn logo(State(store): State<Store>, Path(name): Path<String>) -> Response {
    let Some(kind) = assets::content_type(&name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match find(&store, &name).await {
        Ok(Some(content)) => {
            let headers = [(CONTENT_TYPE, kind), (CACHE_CONTROL, assets::FOREVER)];
            (headers, content).into_response()
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => {
            tracing::error!(%error, "a logo cannot be read");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

async fn find(store: &Store, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
    calendar::picture(&mut store.read().await?, name).await
}
