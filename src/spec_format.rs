//! What orders are written in.

/// The formats in which orders are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SpecFormat {
    /// One JSON document.
    Json,
    /// A JSON object a line.
    Ndjson,
    /// A query string or URL.
    Query,
    /// A URL a line.
    Urls,
    /// Terraform, in HCL.
    Terraform,
    /// Terraform, in JSON.
    TerraformJson,
    /// A template of the Resource Orchestration Service, in YAML or JSON.
    Ros,
    /// A Pulumi program in YAML.
    Pulumi,
    /// Kubernetes resources of Crossplane.
    Crossplane,
    /// A shell script.
    Shell,
    /// Markdown.
    Markdown,
}

impl SpecFormat {
    /// Every format.
    pub const ALL: &'static [Self] = &[
        Self::Json,
        Self::Ndjson,
        Self::Query,
        Self::Urls,
        Self::Terraform,
        Self::TerraformJson,
        Self::Ros,
        Self::Pulumi,
        Self::Crossplane,
        Self::Shell,
        Self::Markdown,
    ];

    /// The fixed word for it in reports.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Ndjson => "ndjson",
            Self::Query => "query",
            Self::Urls => "urls",
            Self::Terraform => "terraform",
            Self::TerraformJson => "terraform-json",
            Self::Ros => "ros",
            Self::Pulumi => "pulumi",
            Self::Crossplane => "crossplane",
            Self::Shell => "shell",
            Self::Markdown => "markdown",
        }
    }
}
